package org.shengmo.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shengmo.demo.DemoClock;
import org.shengmo.demo.DemoDistrict;
import org.shengmo.demo.Demonstration;
import org.shengmo.demo.ReplayProgress;
import org.shengmo.store.Ladder;
import org.shengmo.store.Migrations;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo demo}: a district with a year behind it, on one's own machine. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String DISTRICT = "临墨区";

    private final Console console;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
    private int port;

    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @SuppressWarnings("UnusedVariable") // read before the rest is parsed, for help is said in it too
    @Option(names = "--lang", paramLabel = "zh|en")
    private String language;

    @Option(names = "--fresh")
    private boolean fresh;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Path folder = data == null ? home() : data;
        Ports.requireFree(port);
        console.tell("command.demo.database", folder.toAbsolutePath());
        try (LocalDatabase database = LocalDatabase.open(folder)) {
            prepare(database);
            DemoClock clock = Demonstration.clock(Clock.system(ZONE));
            Map<String, Object> settings = Map.of(
                    "server.port",
                    port,
                    "server.address",
                    "127.0.0.1",
                    "shengmo.name",
                    DISTRICT,
                    "shengmo.log.key-file",
                    folder.resolve("log.key").toString(),
                    "shengmo.petition.map",
                    "classpath:/org/shengmo/demo/map.tsv");
            try (ConfigurableApplicationContext program =
                    Startup.web(database.application(), DemoClock.class, clock, settings, "demo")) {
                CountDownLatch closed = new CountDownLatch(1);
                program.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
                console.say("command.demo.open", "http://127.0.0.1:" + port + "/");
                signIns(program.getBean(DemoDistrict.class));
                replay(program.getBean(Demonstration.class));
                closed.await();
            }
        }
        return 0;
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"), ".shengmo", "demo");
    }

    /** Brings the database to its shape; empties it when asked to, and when a replay broke off half-way. */
    void prepare(LocalDatabase database) throws IOException {
        if (fresh) {
            console.tell("command.demo.fresh");
            database.clear();
        }
        migrate(database);
        Optional<Boolean> finished = JdbcClient.create(database.owner())
                .sql("SELECT finished FROM demo.replay")
                .query(Boolean.class)
                .optional();
        if (finished.isPresent() && !finished.get()) {
            console.tell("command.demo.broken-off");
            database.clear();
            migrate(database);
        }
    }

    private static void migrate(LocalDatabase database) {
        new Migrations(Ladder.read()).migrate(database.owner(), LocalDatabase.APPLICATION);
    }

    private void signIns(DemoDistrict district) {
        console.say("command.demo.sign-ins");
        district.signIns()
                .forEach(each -> console.out()
                        .println("  %-14s %-18s %s  %s"
                                .formatted(each.login(), each.password(), each.name(), console.text(each.shows()))));
        console.out().flush();
    }

    private void replay(Demonstration demonstration) {
        try (ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor()) {
            ProgressTeller progress = new ProgressTeller(console, demonstration);
            var telling = teller.scheduleAtFixedRate(progress, 1, 1, TimeUnit.SECONDS);
            demonstration.run();
            telling.cancel(false);
        }
        console.say("command.demo.ready");
    }

    /** Tells each month that the replay reaches. */
    private static final class ProgressTeller implements Runnable {
        private final Console console;
        private final Demonstration demonstration;
        private int told;

        ProgressTeller(Console console, Demonstration demonstration) {
            this.console = console;
            this.demonstration = demonstration;
        }

        @Override
        public void run() {
            ReplayProgress.State state = demonstration.state();
            LocalDate day = state.day();
            if (state.phase() == ReplayProgress.Phase.RUNNING && day.getMonthValue() != told) {
                told = day.getMonthValue();
                console.tell("command.demo.replaying", day.toString(), state.percent());
            }
        }
    }
}
