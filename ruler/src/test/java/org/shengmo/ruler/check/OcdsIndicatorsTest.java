package org.shengmo.ruler.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cases of open-contracting/cardinal-rs; settings stand in the file name: {@code R003-threshold-10.jsonl}. */
class OcdsIndicatorsTest {

    private static final Path CASES =
            Path.of(System.getProperty("shengmo.data", "../shared/data"), "ocds", "indicators");
    private static final CheckLibrary LIBRARY = CheckLibrary.packaged();

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> indicators() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CASES), () -> "skipped: there are no OCDS cases in " + CASES);
        try (var files = Files.list(CASES)) {
            return files
                    .filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(
                            name(file),
                            () -> assertThat(results(file))
                                    .isEqualTo(parsed(Files.readString(CASES.resolve(name(file) + ".expected"))))))
                    .toList()
                    .stream();
        }
    }

    private Map<?, ?> results(Path file) throws IOException {
        var folder = Files.createDirectory(scratch.resolve(name(file)));
        Files.copy(file, folder.resolve("releases.jsonl"));
        var out = folder.resolve("out");
        var check = name(file).split("-", 2)[0];
        CheckRun.run(
                new CheckRequest(folder, out, LocalDate.of(2024, 12, 31), settings(name(file))),
                LIBRARY.find(List.of(check)));
        return parsed(Files.readString(out.resolve("results.json")));
    }

    /** After the code come a setting's name and value, or several of them; of a setting of keys and values, its pairs. */
    private static Map<String, String> settings(String name) {
        var parts = name.replace('+', '|').split("-", -1);
        var settings = new HashMap<String, String>();
        settings.put("excluded_method_details", "EXC");
        settings.put("no_price_comparison_methods", "NPC");
        var known = LIBRARY.find(List.of(parts[0])).getFirst().settings();
        var pairs = parts.length > 1
                && known.stream()
                        .anyMatch(setting -> setting.name().equals(parts[1])
                                && setting.type().startsWith("MAP("));
        for (var part = pairs ? 2 : 1; part + 1 < parts.length; part += 2) {
            if (pairs) {
                settings.merge(parts[1], parts[part] + "=" + parts[part + 1], (some, more) -> some + "|" + more);
            } else {
                settings.put(parts[part], parts[part + 1]);
            }
        }
        return settings;
    }

    private Map<?, ?> parsed(String json) {
        try (var session = CheckSession.open(List.of(), scratch, scratch)) {
            return (Map<?, ?>) session.rows("SELECT CAST(" + Setting.text(json)
                            + "::JSON AS MAP(VARCHAR, MAP(VARCHAR, MAP(VARCHAR, DOUBLE)))) AS results")
                    .getFirst()
                    .get("results");
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.jsonl$", "");
    }
}
