package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code shengmo ruler} as it is typed. */
class RulerCommandTest {

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path table;
    private Path data;

    @BeforeEach
    void write() throws IOException {
        table = aid(directory, "\"urban\", \"city\"");
        data = Files.writeString(
                directory.resolve("rows.csv"),
                "id,income,kind\n1,99.5,rural\n2,150,urban\n3,150,rural\n4,much,city\n5,,city\n");
    }

    /** The table of this test, with the second row's cell. */
    static Path aid(Path directory, String cell) throws IOException {
        try (var stream = RulerCommandTest.class.getResourceAsStream("aid.dmn")) {
            return Files.writeString(
                    directory.resolve("aid.dmn"),
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("%s", cell));
        }
    }

    private int ruler(Locale language, String command, String... more) {
        var console = new Console(Shengmo.words(), language, new PrintWriter(out, true), new PrintWriter(err, true));
        List<String> arguments = new ArrayList<>(
                List.of("ruler", command, "--table", table.toString(), "--decision", "Aid", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return Shengmo.run(console, arguments.toArray(String[]::new));
    }

    private Path out(String name) {
        return directory.resolve(name);
    }

    @Test
    void judgesEveryRowAndPutsAsideWhatItCannotRead() throws IOException {
        assertThat(ruler(Locale.ENGLISH, "run", "--out", out("a").toString(), "--format", "csv"))
                .isZero();
        assertThat(out.toString()).contains("Judged: 4 rows", "1 rows, see rejected.csv");
        assertThat(Files.readAllLines(out("a").resolve("judged.csv")))
                .element(1)
                .asString()
                .startsWith("1,99.5,rural,100.5")
                .contains("law#3");
        assertThat(Files.readString(out("a").resolve("rejected.csv"))).contains("5,", "much");
    }

    @Test
    void theVendorsEngineGivesTheSameFile() throws IOException {
        assertThat(ruler(Locale.ENGLISH, "run", "--out", out("a").toString(), "--format", "csv"))
                .isZero();
        assertThat(ruler(Locale.ENGLISH, "run", "--out", out("b").toString(), "--format", "csv", "--engine", "kie"))
                .isZero();
        List<String> compiled = Files.readAllLines(out("a").resolve("judged.csv"));
        List<String> vendors = Files.readAllLines(out("b").resolve("judged.csv"));
        assertThat(vendors).hasSameSizeAs(compiled);
        for (int row = 1; row < vendors.size(); row++) {
            // The vendors' engine knows no citations.
            assertThat(compiled.get(row)).startsWith(vendors.get(row));
        }
    }

    @Test
    void explainsARowByItsClause() {
        assertThat(ruler(Locale.ENGLISH, "explain", "--row", "2")).isZero();
        assertThat(out.toString()).contains("SELECT", "Aid = 50", "citations = [law#4]");
    }

    @Test
    void againTellsWhatIsNewGoneAndUnchanged() throws IOException {
        assertThat(ruler(Locale.ENGLISH, "run", "--out", out("a").toString())).isZero();
        data = Files.writeString(
                directory.resolve("rows.csv"),
                "id,income,kind\n1,99.5,rural\n3,150,rural\n5,,city\n6,20.0,city\n6,20.0,city\n");
        assertThat(ruler(
                        Locale.ENGLISH,
                        "run",
                        "--out",
                        out("b").toString(),
                        "--format",
                        "csv",
                        "--previous",
                        out("a").toString()))
                .isZero();
        assertThat(out.toString()).contains("2 rows new, 1 gone, 3 unchanged, of which 0 are judged otherwise");
        assertThat(Files.readAllLines(out("b").resolve("judged.csv"))).hasSize(6);
        assertThat(Files.readAllLines(out("b").resolve("gone.csv"))).hasSize(2);

        table = aid(directory, "\"rural\"");
        assertThat(ruler(Locale.ENGLISH, "run", "--out", out("c").toString(), "--previous", out("a").toString()))
                .isZero();
        assertThat(out.toString()).contains("of which 2 are judged otherwise", "The rule is another");
    }

    @Test
    void refusesInTheReadersLanguageWithTheCell() throws IOException {
        table = aid(directory, "no such name");
        assertThat(ruler(Locale.SIMPLIFIED_CHINESE, "run", "--out", out("a").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("无法编译：", "row 2, input 2");
        assertThat(ruler(Locale.ENGLISH, "explain")).isEqualTo(2);
        assertThat(err.toString()).contains("Cannot be compiled: ");
    }

    @Test
    void saysWhatItLacks() {
        data = directory.resolve("nowhere.csv");
        assertThat(ruler(Locale.SIMPLIFIED_CHINESE, "run", "--out", out("a").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("无法读取").contains("nowhere.csv");
        data = directory.resolve("rows.csv");
        assertThat(ruler(Locale.ENGLISH, "run", "--out", out("a").toString(), "--format", "ods"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("There is no format ods");
        assertThat(ruler(
                        Locale.ENGLISH,
                        "run",
                        "--out",
                        out("a").toString(),
                        "--previous",
                        out("none").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Could not run: ");
    }
}
