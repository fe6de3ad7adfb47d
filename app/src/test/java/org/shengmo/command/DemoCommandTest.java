package org.shengmo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

/** What becomes of a demonstration's data when it is started again. */
class DemoCommandTest {

    @TempDir
    Path folder;

    private final StringWriter told = new StringWriter();

    private void start(LocalDatabase database, String... arguments) throws IOException {
        PrintWriter out = new PrintWriter(told, true);
        DemoCommand command = new DemoCommand(new Console(Shengmo.words(), Locale.ENGLISH, out, out));
        new CommandLine(command).parseArgs(arguments);
        command.prepare(database);
    }

    private static JdbcClient replay(LocalDatabase database, boolean finished) {
        JdbcClient owner = JdbcClient.create(database.owner());
        owner.sql("INSERT INTO demo.replay (finished, shift_seconds) VALUES (?, 0)")
                .param(finished)
                .update();
        return owner;
    }

    private static long rows(JdbcClient owner) {
        return owner.sql("SELECT count(*) FROM demo.replay").query(Long.class).single();
    }

    @Test
    void aYearThatIsThroughIsKeptOneThatBrokeOffBeginsAnewAndFreshThrowsAway() throws Exception {
        try (LocalDatabase database = LocalDatabase.open(folder)) {
            start(database);
            assertThat(rows(replay(database, true))).isEqualTo(1);
        }
        try (LocalDatabase database = LocalDatabase.open(folder)) {
            start(database);
            assertThat(rows(JdbcClient.create(database.owner())))
                    .as("data survive a restart")
                    .isEqualTo(1);
            assertThat(told.toString()).doesNotContain("anew");

            start(database, "--fresh");
            assertThat(told.toString()).contains("Throwing the data away");
            JdbcClient owner = JdbcClient.create(database.owner());
            assertThat(rows(owner)).isZero();

            replay(database, false);
            start(database);
            assertThat(told.toString()).contains("broke off; starting anew");
            assertThat(rows(JdbcClient.create(database.owner()))).isZero();
        }
    }
}
