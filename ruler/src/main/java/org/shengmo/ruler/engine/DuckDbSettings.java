package org.shengmo.ruler.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * How DuckDB runs: the most memory it takes (such as {@code 2GB}), where it puts what doesn't fit, how many threads it uses (0: all), and
 * the folders whose files it may read and write.
 */
public record DuckDbSettings(String memory, Path spill, int threads, List<Path> folders) {
    public DuckDbSettings {
        folders = List.copyOf(folders);
    }

    /** The folders that a run over data at a location needs: where the data lie and where results go. */
    public static List<Path> folders(String data, Path out) {
        return PostgresTable.isAt(data)
                ? List.of(out)
                : List.of(Path.of(data).toAbsolutePath().normalize().getParent(), out);
    }
}
