package org.shengmo.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.shengmo.ruler.world.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shengmo world}: a made-up district's roster and registers, with the truth in a directory of its own. */
@Command(
        name = "world",
        mixinStandardHelpOptions = true,
        description = "生成虚构的救助名册、各登记和真相 / Makes a made-up roster with registers and its truth")
final class WorldCommand implements Callable<Integer> {

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "种子，同一种子同一世界 / the same seed makes the same world")
    private long seed;

    @Option(names = "--persons", defaultValue = "21000", paramLabel = "N", description = "名册人数 / persons on the roster")
    private long persons;

    @Option(
            names = "--on",
            defaultValue = "2014-12-31",
            paramLabel = "DATE",
            description = "核查日 / the day it is drawn up for")
    private LocalDate on;

    @Option(
            names = "--format",
            defaultValue = "CSV",
            paramLabel = "CSV|PARQUET",
            description = "文件格式 / how files are written")
    private World.Format format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "目录；真相在 truth 子目录 / the directory; the truth goes to truth/")
    private Path out;

    @Override
    public Integer call() {
        new World(seed, persons, on).write(out, format);
        return 0;
    }
}
