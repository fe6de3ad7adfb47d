package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class LocalDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void whatWasCommittedIsOnDiskBehindPasswordsOnLoopback() throws Exception {
        int port;
        try (LocalDatabase database = LocalDatabase.open(folder)) {
            JdbcClient owner = JdbcClient.create(database.owner());
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(show(owner, setting)).as(setting).isEqualTo("on");
            }
            assertThat(show(owner, "listen_addresses")).isEqualTo("127.0.0.1");
            port = Integer.parseInt(show(owner, "port"));

            assertThatThrownBy(() -> withPassword(database.application(), "").getConnection())
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(
                            () -> withPassword(database.application(), "wrong").getConnection())
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> JdbcClient.create(database.application())
                            .sql("CREATE SCHEMA mine")
                            .update())
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> LocalDatabase.open(folder)).isInstanceOf(LocalDatabase.FolderInUse.class);
        }
        assertThat(port).isPositive();
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aServerThatOutlivedItsKilledProgramIsStartedAnewWithNothingLost() throws Exception {
        long orphan = killedAfterWriting();
        assertThat(ProcessHandle.of(orphan))
                .as("the orphaned server still runs")
                .isPresent();

        try (LocalDatabase database = LocalDatabase.open(folder)) {
            assertThat(ProcessHandle.of(orphan))
                    .as("the orphaned server is gone")
                    .isEmpty();
            assertThat(written(database)).isEqualTo("kept");
            assertThat(show(JdbcClient.create(database.owner()), "fsync")).isEqualTo("on");
        }
    }

    @Test
    void theLockFileOfAKilledServerIsClearedWithNothingLost() throws Exception {
        long orphan = killedAfterWriting();
        ProcessHandle server = ProcessHandle.of(orphan).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
        assertThat(folder.resolve("postgres/postmaster.pid")).exists();

        try (LocalDatabase database = LocalDatabase.open(folder)) {
            assertThat(written(database)).isEqualTo("kept");
        }
    }

    @Test
    void aDatabaseThatWasNotMadeToTheEndIsMadeAnew() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/postgresql.conf"), "half a file");
        try (LocalDatabase database = LocalDatabase.open(folder)) {
            assertThat(show(JdbcClient.create(database.owner()), "fsync")).isEqualTo("on");
            JdbcClient.create(database.owner()).sql("CREATE SCHEMA mine").update();
            database.clear();
            assertThat(JdbcClient.create(database.owner())
                            .sql("SELECT count(*) FROM pg_namespace WHERE nspname = 'mine'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    /** Lets another process write and kills it with no chance to clean up. @return the database server's process */
    private long killedAfterWriting() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines().anyMatch("written"::equals)).isTrue();
        } finally {
            program.destroyForcibly().waitFor();
        }
        return Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static String written(LocalDatabase database) {
        return JdbcClient.create(database.owner())
                .sql("SELECT word FROM kept.word")
                .query(String.class)
                .single();
    }

    private static String show(JdbcClient database, String setting) {
        return database.sql("SHOW " + setting).query(String.class).single();
    }

    private static DataSource withPassword(DataSource like, String password) {
        PGSimpleDataSource source = (PGSimpleDataSource) like;
        source.setPassword(password);
        return source;
    }

    /** The other process: opens the folder's database, commits a word, says so, and waits to be killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws Exception {
            LocalDatabase database = LocalDatabase.open(Path.of(arguments[0]));
            JdbcClient owner = JdbcClient.create(database.owner());
            owner.sql("CREATE SCHEMA kept").update();
            owner.sql("CREATE TABLE kept.word (word text)").update();
            owner.sql("INSERT INTO kept.word VALUES ('kept')").update();
            System.out.println("written");
            Thread.currentThread().join();
        }
    }
}
