package org.shengmo.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.shengmo.ruler.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo world}: a made-up district's roster and registers, with the truth in a directory of its own. */
@Command(name = "world", mixinStandardHelpOptions = true)
final class WorldCommand implements Callable<Integer> {

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
    private long seed;

    @Option(names = "--persons", defaultValue = "21000", paramLabel = "N")
    private long persons;

    @Option(names = "--on", defaultValue = "2014-12-31", paramLabel = "DATE")
    private LocalDate on;

    @Option(names = "--format", defaultValue = "CSV", paramLabel = "CSV|PARQUET")
    private World.Format format;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Override
    public Integer call() {
        new World(seed, persons, on).write(out, format);
        return 0;
    }
}
