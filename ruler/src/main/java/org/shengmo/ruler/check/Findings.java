package org.shengmo.ruler.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The table that every check of a run writes its findings to: one row a thing found, the same columns for all families. */
final class Findings {

    /** Columns that facts may have beside those the table judges; the others are the finding's facts. */
    private static final List<String> PLACES = List.of(
            "subject_kind",
            "subject",
            "value",
            "ocid",
            "lot",
            "household_id",
            "person_id",
            "township",
            "village",
            "at_stake");

    private static final Set<String> NUMBERS = Set.of("value", "at_stake");

    private final CheckSession session;

    Findings(CheckSession session) {
        this.session = session;
        session.run("""
                CREATE TEMP TABLE finding (
                    check_id VARCHAR, finding VARCHAR, table_row INTEGER, clause VARCHAR, source VARCHAR,
                    subject_kind VARCHAR, subject VARCHAR, value DOUBLE, ocid VARCHAR, lot VARCHAR,
                    household_id VARCHAR, person_id VARCHAR, township VARCHAR, village VARCHAR, at_stake DECIMAL(18, 2),
                    facts VARCHAR)""");
    }

    /**
     * Adds what a check found.
     *
     * @param judged a query with the facts' columns and {@code finding}, {@code table_row}, {@code clause}, {@code source}
     * @param columns the facts' columns
     * @return how many
     */
    long add(Check check, String judged, List<String> columns) {
        var before = session.count("finding");
        var places = PLACES.stream()
                .map(column -> columns.contains(column)
                        ? "j." + Setting.quoted(column)
                        : "NULL::" + (NUMBERS.contains(column) ? "DOUBLE" : "VARCHAR"))
                .collect(Collectors.joining(", "));
        var facts = columns.stream()
                .filter(column -> !PLACES.contains(column))
                .map(column -> Setting.quoted(column) + " := j." + Setting.quoted(column))
                .collect(Collectors.joining(", "));
        session.run("INSERT INTO finding SELECT " + Setting.text(check.id())
                + ", j.finding, j.table_row, j.clause, j.source, " + places + ", CAST(to_json(struct_pack(" + facts
                + ")) AS VARCHAR) FROM (" + judged + ") AS j");
        return session.count("finding") - before;
    }

    /** Sorts once: by check, and all else after it, so that the same findings give the same files. */
    void write(Path out) {
        session.run("CREATE OR REPLACE TEMP TABLE sorted_finding AS SELECT * FROM finding ORDER BY ALL");
        copy("SELECT * FROM sorted_finding", out.resolve("findings.parquet"), "FORMAT parquet");
        copy("SELECT * FROM sorted_finding", out.resolve("findings.csv"), "FORMAT csv, HEADER");
        copy("SELECT * FROM put_aside ORDER BY ALL", out.resolve("put_aside.csv"), "FORMAT csv, HEADER");
    }

    void copy(String query, Path file, String format) {
        session.run("COPY (" + query + ") TO " + CheckSession.path(file) + " (" + format + ")");
    }
}
