package org.shengmo.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.shengmo.ruler.dmn.DmnException;
import org.shengmo.ruler.engine.DuckDbEngine;
import org.shengmo.ruler.engine.DuckDbSettings;
import org.shengmo.ruler.engine.EngineException;
import org.shengmo.ruler.evaluation.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo ruler}: a published decision table over a whole population. */
@Command(name = "ruler", mixinStandardHelpOptions = true)
final class RulerCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private RulerCommand() {}

    /**
     * The command with its own commands.
     *
     * @param clock answers {@code now()} and {@code today()} in tables
     */
    static CommandLine line(Console console, Clock clock) {
        return new CommandLine(new RulerCommand())
                .addSubcommand(new RulerRunCommand(console, clock))
                .addSubcommand(new RulerExplainCommand(console, clock));
    }

    /** Called without a command: shows what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What a table is held against, and how what can't be done is said. */
    abstract static class OverData implements Callable<Integer> {

        @Option(names = "--table", required = true, paramLabel = "FILE")
        Path table;

        @Option(names = "--decision", required = true, paramLabel = "NAME")
        String decision;

        @Option(names = "--data", required = true, paramLabel = "FILE|URL")
        String data;

        @Option(names = "--memory", defaultValue = "2GB", paramLabel = "SIZE")
        String memory;

        final Console console;
        final Clock clock;

        OverData(Console console, Clock clock) {
            this.console = console;
            this.clock = clock;
        }

        abstract int measure();

        @Override
        public Integer call() {
            present(table);
            if (!data.startsWith("jdbc:")) {
                present(Path.of(data));
            }
            try {
                return measure();
            } catch (Refusal | DmnException refused) {
                console.tell("command.ruler.refused", refused.getMessage());
            } catch (EngineException failed) {
                console.tell("command.ruler.failed", failed.getMessage());
            }
            return Shengmo.USED_WRONGLY;
        }

        private static void present(Path file) {
            if (!Files.isReadable(file)) {
                throw new UsedWrongly("command.ruler.unreadable", file);
            }
        }

        /** @param more folders that it may read beside those of the data and the results */
        DuckDbEngine duckDb(Path out, Path... more) {
            List<Path> folders = new ArrayList<>(DuckDbSettings.folders(data, out));
            folders.addAll(List.of(more));
            return DuckDbEngine.open(new DuckDbSettings(memory, out.resolve("spill"), 0, folders));
        }
    }
}
