package org.shengmo.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.shengmo.demo.Demonstration;
import org.shengmo.store.Ladder;
import org.shengmo.store.Migrations;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Which database a command works on: a local folder's, or the one that the environment names. */
final class DatabaseOptions {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Map<String, String> environment;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    /** @param environment names the database where {@code --data} names none */
    DatabaseOptions(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Runs a piece of work in the rooms of the database. @return what the work answers, an exit code */
    int work(ToIntFunction<ConfigurableApplicationContext> work) throws IOException {
        if (data == null) {
            DatabaseSettings settings = DatabaseSettings.from(environment).usable();
            new Migrations(Ladder.read()).migrate(settings.owner(), settings.user());
            return work(settings.application(), Clock.system(ZONE), work);
        }
        try (LocalDatabase database = LocalDatabase.open(data)) {
            DataSource owner = database.owner();
            new Migrations(Ladder.read()).migrate(owner, LocalDatabase.APPLICATION);
            // The folder's own time: an import during the demonstration's year belongs there.
            Clock clock = Demonstration.keptClock(Clock.system(ZONE), owner);
            return work(database.application(), clock, work);
        }
    }

    private static int work(DataSource application, Clock clock, ToIntFunction<ConfigurableApplicationContext> work) {
        try (ConfigurableApplicationContext rooms = Startup.rooms(application, clock)) {
            return work.applyAsInt(rooms);
        }
    }
}
