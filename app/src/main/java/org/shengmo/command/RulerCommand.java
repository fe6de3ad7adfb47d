package org.shengmo.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.shengmo.ruler.dmn.DmnException;
import org.shengmo.ruler.engine.DuckDbEngine;
import org.shengmo.ruler.engine.DuckDbSettings;
import org.shengmo.ruler.engine.EngineException;
import org.shengmo.ruler.engine.RulerRun;
import org.shengmo.ruler.evaluation.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo ruler}: a published decision table over a whole population, on DuckDB in this process. */
@Command(name = "ruler", mixinStandardHelpOptions = true, description = "用决策表衡量全部数据 / Measures data by a table")
final class RulerCommand implements Runnable {

    private static final int USED_WRONGLY = 2;

    private final Clock clock;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** @param clock answers {@code now()} and {@code today()} in tables */
    RulerCommand(Clock clock) {
        this.clock = clock;
    }

    /** Called without a command: shows what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "run",
            mixinStandardHelpOptions = true,
            description = "逐行判定，写出结果和不可读的行 / Judges each row, writes results and rows put aside")
    int run(
            @Option(names = "--table", required = true, paramLabel = "FILE", description = "DMN") Path table,
            @Option(names = "--decision", required = true, paramLabel = "NAME", description = "决策 / decision")
                    String decision,
            @Option(names = "--data", required = true, paramLabel = "FILE", description = "csv, parquet") Path data,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "结果目录 / results") Path out,
            @Option(names = "--format", defaultValue = "parquet", description = "parquet, csv, xlsx") String format,
            @Option(names = "--memory", defaultValue = "2GB", description = "内存上限 / most memory") String memory) {
        try (DuckDbEngine engine = open(memory, data, out)) {
            RulerRun run = RulerRun.prepare(engine, clock, table, decision, data);
            long judged = run.write(out, format);
            say("判定 / judged: " + judged);
            say("搁置 / put aside: " + run.rejected() + " (rejected.csv)");
            return 0;
        } catch (Refusal | DmnException | EngineException refused) {
            return refuse(refused);
        }
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "给出 SQL 和一行所依据的条款 / Shows the SQL and the clauses for one row")
    int explain(
            @Option(names = "--table", required = true, paramLabel = "FILE", description = "DMN") Path table,
            @Option(names = "--decision", required = true, paramLabel = "NAME", description = "决策 / decision")
                    String decision,
            @Option(names = "--data", required = true, paramLabel = "FILE", description = "csv, parquet") Path data,
            @Option(names = "--row", defaultValue = "1", description = "第几行，从 1 起 / which row, from 1") long row) {
        Path spill = Path.of(System.getProperty("java.io.tmpdir"), "shengmo-ruler");
        try (DuckDbEngine engine = open("1GB", data, spill)) {
            RulerRun run = RulerRun.prepare(engine, clock, table, decision, data);
            say(run.sql());
            run.row(row).forEach((name, value) -> say(name + " = " + value));
            return 0;
        } catch (Refusal | DmnException | EngineException refused) {
            return refuse(refused);
        }
    }

    private static DuckDbEngine open(String memory, Path data, Path out) {
        return DuckDbEngine.open(new DuckDbSettings(
                memory, out.resolve("spill"), 0, List.of(data.toAbsolutePath().getParent(), out)));
    }

    private int refuse(RuntimeException refused) {
        spec.commandLine().getErr().println(refused.getMessage());
        return USED_WRONGLY;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
