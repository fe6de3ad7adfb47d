package org.shengmo.ruler.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every check finds in its cases what they say, and nothing else. */
class CheckCasesTest {

    private static final CheckLibrary LIBRARY = CheckLibrary.packaged();

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> cases() {
        return LIBRARY.all().stream()
                .flatMap(check -> names(check).stream()
                        .map(name -> DynamicTest.dynamicTest(
                                check.id() + ": " + name,
                                () -> assertThat(found(check, name))
                                        .containsExactlyInAnyOrderElementsOf(expected(check, name)))));
    }

    @Test
    void everyCheckHasAnExample() {
        assertThat(LIBRARY.all())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(names(check)).contains("example"));
    }

    private static Set<String> names(Check check) {
        var names = new TreeSet<String>();
        check.files().keySet().stream()
                .filter(path -> path.startsWith("cases/"))
                .forEach(path -> names.add(path.split("/", -1)[1]));
        return names;
    }

    private static List<String> expected(Check check, String name) {
        return check.file("cases/" + name + "/expected.csv")
                .orElseThrow()
                .lines()
                .skip(1)
                .toList();
    }

    private List<String> found(Check check, String name) {
        var folder = scratch.resolve(check.id() + "-" + name);
        var settings = settings(check, name);
        var on = LocalDate.parse(settings.getOrDefault("on", "2024-12-31"));
        settings.remove("on");
        place(check, name, folder);
        CheckRun.run(new CheckRequest(folder, folder.resolve("out"), on, settings), List.of(check));
        return read(folder.resolve("out").resolve("findings.csv"));
    }

    private static Map<String, String> settings(Check check, String name) {
        var settings = new Properties();
        try {
            settings.load(new StringReader(
                    check.file("cases/" + name + "/settings.properties").orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var values = new HashMap<String, String>();
        settings.stringPropertyNames().forEach(key -> values.put(key, settings.getProperty(key)));
        return values;
    }

    private static void place(Check check, String name, Path folder) {
        var prefix = "cases/" + name + "/";
        try {
            Files.createDirectories(folder);
            for (var file : check.files().entrySet()) {
                if (file.getKey().startsWith(prefix)) {
                    Files.write(folder.resolve(file.getKey().substring(prefix.length())), file.getValue());
                }
            }
            Files.delete(folder.resolve("expected.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** subject_kind, subject, finding and value of the findings. */
    private List<String> read(Path findings) {
        try (var session = CheckSession.open(List.of(findings), scratch, scratch)) {
            var lines = new ArrayList<String>();
            for (var row : session.rows("SELECT subject_kind, subject, finding, value FROM read_csv("
                    + CheckSession.path(findings) + ", all_varchar = true) ORDER BY ALL")) {
                lines.add(row.get("subject_kind") + "," + row.get("subject") + "," + row.get("finding") + ","
                        + (row.get("value") == null ? "" : row.get("value")));
            }
            return lines;
        }
    }
}
