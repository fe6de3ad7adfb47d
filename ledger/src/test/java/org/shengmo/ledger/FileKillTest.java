package org.shengmo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that appends to files is killed with SIGKILL at whatever it does just then; {@code -Dshengmo.kills=200} for more. */
class FileKillTest {

    private static final int KILLS = Integer.getInteger("shengmo.kills", 8);

    @TempDir
    Path folder;

    private final Random random = new Random();

    @Test
    void whereverItIsKilledTheLogIsWholeAndContradictsNothing() throws IOException {
        List<Checkpoint> published = new ArrayList<>();
        FileStorage storage = new FileStorage(folder);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            killAfter(process, random.nextInt(1, 30), published);
            Checkpoint stands = Checkpoint.open(storage.checkpoint().orElseThrow(), TestLog.TRUST);
            Checkpoint said = published.get(published.size() - 1);
            assertThat(new LogReader(storage, stands).since(said).newer()).isEqualTo(stands);
            assertThat(new LogAudit(storage, TestLog.TRUST, Optional.of(said))
                            .run()
                            .faults())
                    .isEmpty();
        }
        Checkpoint last = Checkpoint.open(storage.checkpoint().orElseThrow(), TestLog.TRUST);
        for (Checkpoint earlier : published) {
            assertThat(new LogReader(storage, last).since(earlier).older()).isEqualTo(earlier);
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        folder.toString(),
                        TestLog.SECRET.export())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void killAfter(Process process, int lines, List<Checkpoint> published) throws IOException {
        try (BufferedReader said = process.inputReader()) {
            int heard = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                String[] words = line.split(" ", 2);
                assertThat(words[0]).as(line).isEqualTo("checkpoint");
                if (words.length == 2 && words[1].length() % 4 == 0) {
                    published.add(Checkpoint.open(Base64.getDecoder().decode(words[1]), TestLog.TRUST));
                }
                if (++heard == lines) {
                    process.toHandle().destroyForcibly();
                }
            }
            assertThat(heard).isGreaterThanOrEqualTo(lines);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }
}
