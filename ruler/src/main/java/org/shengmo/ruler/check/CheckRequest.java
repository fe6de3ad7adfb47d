package org.shengmo.ruler.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * A run asked for.
 *
 * @param data the directory with the inputs
 * @param out where findings, totals and the report go; made where it isn't there
 * @param on the day that everything is measured on
 * @param settings values by name, or by {@code check.name} for one check only
 */
public record CheckRequest(Path data, Path out, LocalDate on, Map<String, String> settings) {
    public CheckRequest {
        settings = Map.copyOf(settings);
    }
}
