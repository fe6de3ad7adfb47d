package org.shengmo.ruler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten times more rows than memory: a process with a small heap and a small database judges a csv that is far larger than both. */
class BoundedMemoryTest {
    private static final long ROWS = 4_800_000;
    private static final String MEMORY = "36MB";
    private static final long TEN_TIMES = 10 * 36_000_000L;

    @TempDir
    private Path folder;

    /** What runs in the process: the table, the data, the folder for results. */
    static final class Run {
        private Run() {}

        public static void main(String[] arguments) {
            Path out = Path.of(arguments[2]);
            try (DuckDbEngine engine = DuckDbEngine.open(new DuckDbSettings(
                    MEMORY,
                    out.resolve("spill"),
                    1,
                    List.of(Path.of(arguments[1]).getParent(), out)))) {
                RulerRun run = RulerRun.prepare(
                        engine, Clock.systemUTC(), Path.of(arguments[0]), "Result", Path.of(arguments[1]));
                System.out.println("judged " + run.write(out, "parquet"));
            }
        }
    }

    @Test
    void tenTimesMoreRowsThanMemory() throws Exception {
        Path data = folder.resolve("data.csv");
        try (DuckDbEngine writer =
                DuckDbEngine.open(new DuckDbSettings("500MB", folder.resolve("spill"), 2, List.of(folder)))) {
            writer.writeQuery(
                    "SELECT (i % 20000) / 100.0 AS \"收入\", CASE WHEN i % 3 = 0 THEN '城' ELSE '乡' END AS kind,"
                            + " repeat(md5(i::VARCHAR), 2) AS note FROM range(" + ROWS + ") AS r(i)",
                    data);
        }
        assertThat(Files.size(data)).isGreaterThan(TEN_TIMES);
        Path table = folder.resolve("income.dmn");
        try (var stream = BoundedMemoryTest.class.getResourceAsStream("income.dmn")) {
            Files.writeString(table, new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("%s", "-"));
        }
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx36m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Run.class.getName(),
                        table.toString(),
                        data.toString(),
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();

        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(printed)).contains("judged " + ROWS);
        assertThat(process.exitValue()).isZero();
    }
}
