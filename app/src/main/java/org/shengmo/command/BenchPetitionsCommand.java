package org.shengmo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shengmo.access.Posts;
import org.shengmo.bench.PetitionBench;
import org.shengmo.organization.Organization;
import org.shengmo.petition.Petitions;
import org.shengmo.store.Ladder;
import org.shengmo.store.Migrations;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo bench petitions}: how long search in many petitions takes; a table in Markdown. */
@Command(name = "petitions", mixinStandardHelpOptions = true)
final class BenchPetitionsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--petitions", paramLabel = "N", defaultValue = "100000")
    private int number;

    @Option(names = "--searches", paramLabel = "N", defaultValue = "400")
    private int searches;

    @Option(names = "--limit", paramLabel = "MS", defaultValue = "100")
    private double limit;

    @Option(names = "--dir", paramLabel = "DIR")
    private Path dir;

    BenchPetitionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (number < 1 || searches < 1) {
            throw new UsedWrongly("command.bench.petitions.few");
        }
        Path folder = dir == null
                ? Files.createTempDirectory("shengmo-bench")
                : Files.createTempDirectory(Files.createDirectories(dir), "bench");
        try {
            return measure(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private int measure(Path folder) throws IOException {
        try (LocalDatabase database = LocalDatabase.open(folder.resolve("database"))) {
            new Migrations(Ladder.read()).migrate(database.owner(), LocalDatabase.APPLICATION);
            Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
            Map<String, Object> settings = Map.of(
                    "shengmo.log.key-file",
                    folder.resolve("log.key").toString(),
                    "shengmo.petition.key-file",
                    folder.resolve("petition.key").toString());
            try (ConfigurableApplicationContext rooms = Startup.rooms(database.application(), clock, settings)) {
                PetitionBench bench = new PetitionBench(
                        new JdbcTemplate(database.owner()),
                        rooms.getBean(Organization.class),
                        rooms.getBean(Posts.class),
                        rooms.getBean(Petitions.class),
                        clock);
                console.say(
                        "command.bench.petitions.machine",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().toString(),
                        number,
                        "%.0f".formatted(bench.load(number)));
                return print(bench.run(searches));
            }
        }
    }

    private int print(List<PetitionBench.Timing> timings) {
        console.say("command.bench.petitions.head");
        for (PetitionBench.Timing each : timings) {
            console.out()
                    .println(String.format(
                            Locale.ROOT,
                            "| %s | %d | %.1f | %.1f | %.1f |",
                            console.text(org.shengmo.wording.Text.of(each.sort())),
                            each.searches(),
                            each.found(),
                            each.median(),
                            each.late()));
        }
        console.out().flush();
        long slow = timings.stream().filter(each -> each.late() > limit).count();
        console.tell("command.bench.petitions.slow", slow, limit);
        return slow == 0 ? 0 : Shengmo.FOUND_WRONG;
    }
}
