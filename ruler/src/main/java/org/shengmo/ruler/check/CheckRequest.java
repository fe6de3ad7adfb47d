package org.shengmo.ruler.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run asked for.
 *
 * @param data the directory with the inputs
 * @param out where findings, totals and the report go; made where it isn't there
 * @param on the day that everything is measured on
 * @param settings values by name, or by {@code check.name} for one check only
 * @param previous the results of an earlier run, so that only what changed since is judged
 */
public record CheckRequest(Path data, Path out, LocalDate on, Map<String, String> settings, Optional<Path> previous) {
    public CheckRequest {
        settings = Map.copyOf(settings);
    }

    /** A run that judges everything. */
    public CheckRequest(Path data, Path out, LocalDate on, Map<String, String> settings) {
        this(data, out, on, settings, Optional.empty());
    }

    /**
     * The day that a directory's inputs were drawn up for, where it says so: {@code period.csv} or {@code period.parquet} with one
     * row, {@code checked_on}.
     */
    public static Optional<LocalDate> dayOf(Path data) {
        return RegisterReader.file(data, "period").map(file -> {
            try (var session = CheckSession.open(List.of(file), data, data)) {
                new RegisterReader(session, data).load(Register.of("period: checked_on DATE"));
                return (LocalDate) session.rows("SELECT any_value(checked_on) AS day FROM period")
                        .getFirst()
                        .get("day");
            }
        });
    }
}
