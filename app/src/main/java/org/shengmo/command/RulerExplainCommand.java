package org.shengmo.command;

import java.nio.file.Path;
import java.time.Clock;
import org.shengmo.ruler.engine.DuckDbEngine;
import org.shengmo.ruler.engine.RulerRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo ruler explain}: the SQL that judges every row, and one row with its results and clauses. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class RulerExplainCommand extends RulerCommand.OverData {

    @Option(names = "--row", defaultValue = "1", paramLabel = "N")
    private long row;

    RulerExplainCommand(Console console, Clock clock) {
        super(console, clock);
    }

    @Override
    int measure() {
        try (DuckDbEngine database = duckDb(Path.of(System.getProperty("java.io.tmpdir"), "shengmo-ruler"))) {
            RulerRun run = RulerRun.prepare(database, clock, table, decision, data);
            console.out().println(run.sql());
            run.row(row).forEach((name, value) -> console.out().println(name + " = " + value));
            console.out().flush();
            return 0;
        }
    }
}
