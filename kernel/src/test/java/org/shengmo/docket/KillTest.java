package org.shengmo.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.shengmo.ledger.Checkpoint;
import org.shengmo.ledger.LogAudit;
import org.shengmo.ledger.LogReader;
import org.shengmo.ledger.Signatures;
import org.shengmo.store.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Processes that record and seal are killed with SIGKILL, at whatever they do just then. No act that was answered may be
 * lost or stand twice, and no checkpoint may contradict one that was published. {@code -Dshengmo.kills=200} for the long
 * run.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("shengmo.kills", 6);
    private static final int TOGETHER = 2;

    @TempDir
    Path folder;

    private final Random random = new Random();
    private final TreeSet<Long> answered = new TreeSet<>();
    private final List<byte[]> published = new ArrayList<>();

    @Test
    void whereverAProcessIsKilledNothingIsLostOrContradicted() throws IOException, SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) TestDatabase.fresh();
        List<Process> running = new ArrayList<>();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                while (running.size() < TOGETHER) {
                    running.add(start(source));
                }
                Process victim = running.remove(0);
                killAfter(victim, random.nextInt(1, 60));
            }
        } finally {
            for (Process rest : running) {
                killAfter(rest, 1);
            }
        }
        check(new SingleConnectionDataSource(source.getConnection(), true));
    }

    private Process start(PGSimpleDataSource source) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-Dlogging.level.root=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        source.getURL(),
                        source.getUser(),
                        folder.resolve("key").toString())
                .redirectError(new File(folder.toFile(), "errors"))
                .start();
    }

    /** SIGKILL once it has said so many lines, wherever it has got to by then; what it had said is heard to the end. */
    private void killAfter(Process process, int lines) throws IOException {
        try (BufferedReader said = process.inputReader()) {
            int heard = 0;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                hear(line);
                if (++heard == lines) {
                    process.toHandle().destroyForcibly(); // the process's own way would close what it said, too
                }
            }
            assertThat(heard)
                    .as(() -> "the process died by itself: " + errors())
                    .isGreaterThanOrEqualTo(lines);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(String line) {
        String[] words = line.split(" ", 2);
        if (words[0].equals("act") && words[1].matches("[0-9]+")) {
            answered.add(Long.parseLong(words[1]));
        } else if (words[0].equals("checkpoint") && words[1].length() % 4 == 0) {
            published.add(Base64.getDecoder().decode(words[1]));
        }
    }

    private void check(DataSource source) throws IOException {
        JdbcClient database = JdbcClient.create(source);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        LogKeys keys = LogKeys.fromFile(folder.resolve("key"), "log.example/killed", List.of(), Signatures.standard());
        Sealer sealer = new Sealer(database, transaction, keys);
        while (sealer.seal() > 0) {
            assertThat(answered).isNotEmpty();
        }
        PostgresLogStorage storage = new PostgresLogStorage(database, transaction);
        Checkpoint last = Checkpoint.open(storage.checkpoint().orElseThrow(), keys.trust());

        List<Long> sealed = database.sql("SELECT entry_id FROM docket.leaf")
                .query(Long.class)
                .list();
        assertThat(sealed).doesNotHaveDuplicates().containsAll(answered).hasSize((int) last.size());
        assertThat(database.sql("SELECT id FROM docket.entry").query(Long.class).list())
                .containsExactlyInAnyOrderElementsOf(sealed);
        assertThat(sealed).isNotEmpty();
        for (byte[] note : published) {
            Checkpoint earlier = Checkpoint.open(note, keys.trust());
            assertThat(new LogReader(storage, last).since(earlier).newer()).isEqualTo(last);
        }
        assertThat(new LogAudit(storage, keys.trust(), Optional.empty()).run().faults())
                .isEmpty();
        assertThat(new DocketAudit(database, storage).run(last.size()).faults()).isEmpty();
        System.out.println(KILLS + " kills: " + answered.size() + " acts answered, " + sealed.size() + " sealed, "
                + published.size() + " checkpoints published, none contradicted");
    }
}
