package org.shengmo.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo bench ruler}: the ruler against its rivals on this machine, all in one run, so that ratios mean something. */
@Command(name = "ruler", mixinStandardHelpOptions = true)
final class BenchRulerCommand implements Callable<Integer> {

    @Option(names = "--only", split = ",", defaultValue = "table,audit,releases", paramLabel = "PART")
    private List<String> parts;

    @Option(names = "--rows", defaultValue = "10000000", paramLabel = "N")
    private long rows;

    @Option(names = "--persons", defaultValue = "10000000", paramLabel = "N")
    private long persons;

    @Option(names = "--postgres-persons", defaultValue = "1000000", paramLabel = "N")
    private long postgresPersons;

    @Option(names = "--releases", defaultValue = "1000000", paramLabel = "N")
    private long releases;

    @Option(names = "--work", required = true, paramLabel = "DIR")
    private Path work;

    private final Console console;

    BenchRulerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        BenchTally tally = new BenchTally(console.out());
        tally.say("| what | time | result |\n| --- | --- | --- |");
        for (String part : parts) {
            switch (part) {
                case "table" -> new BenchTable(tally, work, rows).run();
                case "audit" -> new BenchAudit(tally, work).run(persons, postgresPersons);
                case "releases" -> new BenchReleases(tally, work, releases).run();
                case "spark" -> new BenchTable(tally, work, rows).spark(console);
                default -> throw new UsedWrongly("command.bench.part", part);
            }
        }
        return 0;
    }
}
