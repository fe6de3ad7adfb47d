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

    /** One part after the code only describes; two are a setting's name and value; more are a setting of keys and values. */
    private static Map<String, String> settings(String name) {
        var parts = name.replace('+', '|').split("-", -1);
        var settings = new HashMap<String, String>();
        settings.put("excluded_method_details", "EXC");
        settings.put("no_price_comparison_methods", "NPC");
        if (parts.length == 3) {
            settings.put(parts[1], parts[2]);
        } else if (parts.length > 3) {
            var pairs = new StringBuilder();
            for (var part = 2; part + 1 < parts.length; part += 2) {
                pairs.append(pairs.isEmpty() ? "" : "|")
                        .append(parts[part])
                        .append('=')
                        .append(parts[part + 1]);
            }
            settings.put(parts[1], pairs.toString());
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
