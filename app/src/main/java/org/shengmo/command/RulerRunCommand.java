package org.shengmo.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.shengmo.ruler.engine.DuckDbEngine;
import org.shengmo.ruler.engine.RulerAgain;
import org.shengmo.ruler.engine.RulerRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo ruler run}: judges every row; {@code judged.*} has the results, {@code rejected.csv} what couldn't be read. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RulerRunCommand extends RulerCommand.OverData {

    private enum EngineName {
        DUCKDB,
        SPARK,
        KIE
    }

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Option(names = "--engine", defaultValue = "duckdb", paramLabel = "duckdb|spark|kie")
    private EngineName engine;

    @Option(names = "--master", defaultValue = "local[*]", paramLabel = "URL")
    private String master;

    @Option(names = "--format", defaultValue = "parquet", paramLabel = "parquet|csv|xlsx")
    private String format;

    @Option(names = "--previous", paramLabel = "DIR")
    private Path previous;

    RulerRunCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    int measure() {
        if (!List.of("parquet", "csv", "xlsx").contains(format.toLowerCase(Locale.ROOT))) {
            throw new UsedWrongly("command.ruler.format", format);
        }
        if (previous != null && engine != EngineName.DUCKDB) {
            throw new UsedWrongly("command.ruler.previous.engine");
        }
        return switch (engine) {
            case DUCKDB -> previous == null ? judge() : again();
            case KIE -> vendors();
            case SPARK ->
                new SparkProcess(console)
                        .run(
                                master,
                                List.of(
                                        "--table", table.toString(),
                                        "--decision", decision,
                                        "--data", data,
                                        "--out", out.toString(),
                                        "--format", format,
                                        "--memory", memory));
        };
    }

    private int judge() {
        try (DuckDbEngine database = duckDb(out)) {
            RulerRun run = RulerRun.prepare(database, clock, table, decision, data);
            return told(run.write(out, format), run.rejected());
        }
    }

    private int again() {
        try (DuckDbEngine database = duckDb(out, previous)) {
            RulerRun run = RulerRun.prepare(database, clock, table, decision, data);
            RulerAgain again = new RulerAgain(database, run, previous, out);
            RulerAgain.Changes changes = again.write(format);
            console.say(
                    "command.ruler.changes", changes.found(), changes.gone(), changes.unchanged(), changes.different());
            if (changes.ruleChanged()) {
                console.say("command.ruler.rule-changed");
            }
            return told(changes.found() + changes.unchanged(), run.rejected());
        }
    }

    private int vendors() {
        try (DuckDbEngine database = duckDb(out)) {
            RulerRun run = RulerRun.prepare(database, clock, table, decision, data);
            new KieRun(table, decision).judge(database, run);
            return told(run.write(out, format, KieRun.JUDGED), run.rejected());
        }
    }

    private int told(long judged, long aside) {
        console.say("command.ruler.judged", judged);
        console.say("command.ruler.aside", aside);
        return 0;
    }
}
