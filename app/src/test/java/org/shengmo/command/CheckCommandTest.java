package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-12-31T04:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(CommandLine command, String... arguments) {
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private int check(Locale language, String... arguments) {
        return call(CheckCommand.line(language, CLOCK), arguments);
    }

    @Test
    void aWorldIsMadeAndItsRosterAuditedOnTheDayItWasMadeFor() {
        assertThat(call(
                        new CommandLine(new WorldCommand()),
                        "--seed",
                        "3",
                        "--persons",
                        "800",
                        "--out",
                        directory.toString()))
                .isZero();
        assertThat(check(
                        Locale.ENGLISH,
                        "run",
                        "welfare",
                        "--data",
                        directory.toString(),
                        "--out",
                        directory.resolve("out").toString(),
                        "--truth",
                        directory.resolve("truth/truth.csv").toString()))
                .isZero();
        assertThat(out.toString())
                .contains("Measured on 2014-12-31", "welfare-death", "at stake a month", "precision", "recall");
        assertThat(directory.resolve("out/findings.csv")).isNotEmptyFile();
    }

    @Test
    void theListNamesFamiliesChecksAndSettingsInChinese() {
        assertThat(check(Locale.SIMPLIFIED_CHINESE, "list")).isZero();
        assertThat(out.toString()).contains("救助名册（welfare）", "R024", "报价紧贴中标价", "threshold=15");
    }

    @Test
    void settingsReachTheCheck() throws Exception {
        Files.writeString(directory.resolve("a.jsonl"), """
                {"ocid":"x","tender":{"tenderPeriod":{"startDate":"2024-03-01T09:00:00Z","endDate":"2024-03-18T09:00:00Z"}}}
                """);
        var arguments = new String[] {
            "run",
            "R003",
            "--data",
            directory.toString(),
            "--out",
            directory.resolve("out").toString(),
            "--set",
            "R003.threshold=20"
        };
        assertThat(check(Locale.ENGLISH, arguments)).isZero();
        assertThat(Files.readString(directory.resolve("out/results.json"))).contains("\"x\":{\"R003\":1.0}");
    }

    @Test
    void anUnknownCheckIsSaidInTheReadersLanguageAndEndsWithTwo() {
        assertThat(check(
                        Locale.SIMPLIFIED_CHINESE,
                        "run",
                        "R999",
                        "--data",
                        directory.toString(),
                        "--out",
                        directory.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("没有名为“R999”的检查");
    }

    @Test
    void theProgramKnowsAndDescribesTheCommands() {
        var console =
                new Console(Shengmo.words(), Locale.ENGLISH, new PrintWriter(out, true), new PrintWriter(err, true));
        assertThat(Shengmo.run(
                        console, "world", "--persons", "50", "--format", "parquet", "--out", directory.toString()))
                .isZero();
        var results = directory.resolve("out").toString();
        assertThat(Shengmo.run(
                        console, "check", "run", "welfare-death", "--data", directory.toString(), "--out", results))
                .isZero();
        assertThat(Shengmo.run(console, "check", "run", "--help")).isZero();
        assertThat(out.toString()).contains("Measured on 2014-12-31", "a setting; written check.name");
    }
}
