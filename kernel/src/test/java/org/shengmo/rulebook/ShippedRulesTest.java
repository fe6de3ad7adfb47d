package org.shengmo.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.shengmo.rulebook.Pack.PackedDocument;
import org.shengmo.rulebook.Pack.PackedVersion;
import org.shengmo.wording.Verification;

/** The rules that the kernel ships, and their words against the statutes where these are at hand. */
class ShippedRulesTest {

    private static final Pattern ARTICLE = Pattern.compile("(?:\\*\\*)?第([一二三四五六七八九十百零]+)条(?:\\*\\*)?[\\s　]*(.*)");
    private static final String DIGITS = "零一二三四五六七八九";

    private final Pack pack = PackReader.read(PackFiles.all(null));

    @Test
    void whatIsNotReadInTheStatuteNeverCountsAsVerified() {
        assertThat(pack.documents())
                .filteredOn(document -> document.pack().equals("national"))
                .flatExtracting(PackedDocument::versions)
                .flatExtracting(PackedVersion::clauses)
                .filteredOn(clause ->
                        clause.text().contains("概述") || clause.source().contains("记忆"))
                .isNotEmpty()
                .extracting(Clause::verification)
                .doesNotContain(Verification.VERIFIED);
    }

    @Test
    void everyVerifiedArticleHasTheStatutesWords() throws IOException {
        List<Path> statutes = statutes();
        SoftAssertions softly = new SoftAssertions();
        int compared = 0;
        for (PackedDocument document : pack.documents()) {
            for (PackedVersion version : document.versions()) {
                if (document.pack().equals("national") && version.verification() == Verification.VERIFIED) {
                    List<Map<String, String>> texts = new ArrayList<>();
                    for (Path file : statutes) {
                        if (document.title().endsWith(title(file))) {
                            texts.add(articles(file));
                        }
                    }
                    for (Clause clause : version.clauses()) {
                        softly.assertThat(texts)
                                .as(document.code() + " " + clause.article())
                                .anySatisfy(text ->
                                        assertThat(text.get(clause.article())).isEqualTo(clause.text()));
                        compared++;
                    }
                }
            }
        }
        softly.assertAll();
        assertThat(compared).isGreaterThan(100);
    }

    private static List<Path> statutes() throws IOException {
        Path folder =
                Path.of(System.getProperty("shengmo.data", "../../shared/data")).resolveSibling("laws");
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: no statutes at " + folder.toAbsolutePath());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(").md")).toList();
        }
    }

    private static String title(Path file) {
        return file.getFileName().toString().replaceAll("\\(.*", "");
    }

    private static Map<String, String> articles(Path file) throws IOException {
        Map<String, String> articles = new HashMap<>();
        String current = null;
        for (String line : Files.readAllLines(file)) {
            Matcher head = ARTICLE.matcher(line.strip());
            if (head.matches()) {
                current = Integer.toString(number(head.group(1)));
                articles.put(current, head.group(2));
            } else if (line.startsWith("#")) {
                current = null;
            } else if (current != null && !line.isBlank()) {
                articles.merge(current, line.strip(), (one, more) -> one.isEmpty() ? more : one + "\n" + more);
            }
        }
        return articles;
    }

    private static int number(String chinese) {
        int sum = 0;
        int digit = 0;
        for (int i = 0; i < chinese.length(); i++) {
            switch (chinese.charAt(i)) {
                case '百' -> {
                    sum += digit * 100;
                    digit = 0;
                }
                case '十' -> {
                    sum += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                }
                default -> digit = DIGITS.indexOf(chinese.charAt(i));
            }
        }
        return sum + digit;
    }
}
