package org.shengmo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.shengmo.bench.ActBench;
import org.shengmo.bench.Measure;
import org.shengmo.bench.TreeBench;
import org.shengmo.bench.VerifyBench;
import org.shengmo.docket.Docket;
import org.shengmo.docket.Seals;
import org.shengmo.store.Ladder;
import org.shengmo.store.Migrations;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo bench ledger}: the record's speed against plain rivals and limits; a table in Markdown. */
@Command(name = "ledger", mixinStandardHelpOptions = true)
final class BenchLedgerCommand implements Callable<Integer> {

    private static final List<Integer> WRITERS = List.of(1, 16);

    private final Console console;

    @Option(names = "--entries", paramLabel = "N", defaultValue = "10000000")
    private long entries;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5")
    private int rounds;

    @Option(names = "--dir", paramLabel = "DIR")
    private Path dir;

    @Option(names = "--only", paramLabel = "acts,tree,verify", split = ",", defaultValue = "acts,tree,verify")
    private Set<String> only;

    BenchLedgerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = dir == null
                ? Files.createTempDirectory("shengmo-bench")
                : Files.createTempDirectory(Files.createDirectories(dir), "bench");
        List<Measure> measures = new ArrayList<>();
        try {
            if (only.contains("acts")) {
                measures.addAll(acts(folder.resolve("database")));
            }
            if (only.contains("tree")) {
                measures.add(new TreeBench(rounds).run());
            }
            if (only.contains("verify")) {
                measures.addAll(new VerifyBench(folder.resolve("log"), entries, rounds).run());
            }
        } finally {
            Folders.delete(folder);
        }
        print(measures);
        return measures.stream().allMatch(Measure::met) ? 0 : Shengmo.FOUND_WRONG;
    }

    private List<Measure> acts(Path folder) throws IOException {
        try (LocalDatabase database = LocalDatabase.open(folder)) {
            new Migrations(Ladder.read()).migrate(database.owner(), LocalDatabase.APPLICATION);
            ActBench.prepare(JdbcClient.create(database.owner()), LocalDatabase.APPLICATION);
            Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
            Map<String, Object> settings =
                    Map.of("shengmo.log.key-file", folder.resolve("log.key").toString());
            try (ConfigurableApplicationContext rooms = Startup.rooms(database.application(), clock, settings)) {
                ActBench bench = new ActBench(
                        rooms.getBean(JdbcClient.class),
                        rooms.getBean(TransactionTemplate.class),
                        rooms.getBean(Docket.class),
                        rooms.getBean(Seals.class),
                        clock,
                        rounds);
                return WRITERS.stream().map(bench::run).toList();
            }
        }
    }

    private void print(List<Measure> measures) {
        console.say(
                "bench.machine",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString());
        console.say("bench.head");
        for (Measure each : measures) {
            String ratio = Double.isNaN(each.ratio()) ? "" : "%.2f".formatted(each.ratio());
            console.out()
                    .println("| "
                            + String.join(
                                    " | ",
                                    console.text(each.what()),
                                    each.ours(),
                                    each.rival(),
                                    ratio,
                                    each.goal(),
                                    console.text(each.met() ? "bench.met" : "bench.missed"))
                            + " |");
        }
        console.out().flush();
    }
}
