package org.shengmo.ruler.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The results of procurement checks in one JSON object, as {@code ocdscardinal indicators --no-meta} writes them:
 * {@code {"OCID":{"id":{"R024":0.01}},"Tenderer":{…}}}. Quartiles and fences go to a file of their own.
 */
final class ProcurementResults {

    private final CheckSession session;

    ProcurementResults(CheckSession session) {
        this.session = session;
        session.run("CREATE TEMP TABLE pick (check_id VARCHAR, pick VARCHAR)");
        session.run("CREATE TEMP TABLE figure (check_id VARCHAR, name VARCHAR, value DOUBLE)");
    }

    /** Notes how a check's results are read: which of several values counts, and its figures for the whole population. */
    void describe(Check check, String facts, List<String> columns) {
        session.run("INSERT INTO pick VALUES (" + Setting.text(check.id()) + ", " + Setting.text(check.pick()) + ")");
        for (var named : check.figures()) {
            // "each q1": a figure of each kind of subject.
            var each = named.startsWith("each ");
            var figure = each ? named.substring(5) : named;
            if (columns.contains(figure)) {
                session.run("INSERT INTO figure SELECT DISTINCT " + Setting.text(check.id()) + ", "
                        + (each ? "subject_kind || '_' || " : "") + Setting.text(figure) + ", round("
                        + Setting.quoted(figure) + ", 4) FROM " + facts + " WHERE " + Setting.quoted(figure)
                        + " IS NOT NULL");
            }
        }
    }

    /** The results object. */
    String results() {
        return one("""
                SELECT coalesce(CAST(json_group_object(subject_kind, subjects) AS VARCHAR), '{}') AS json
                FROM (
                    SELECT subject_kind, json_group_object(subject, checks) AS subjects
                    FROM (
                        SELECT subject_kind, subject, json_group_object(check_id, value) AS checks
                        FROM (
                            SELECT subject_kind, subject, check_id,
                                CASE any_value(pick) WHEN 'min' THEN min(value) ELSE max(value) END AS value
                            FROM finding JOIN pick USING (check_id)
                            GROUP BY subject_kind, subject, check_id
                            ORDER BY ALL)
                        GROUP BY subject_kind, subject
                        ORDER BY ALL)
                    GROUP BY subject_kind
                    ORDER BY ALL)""");
    }

    private String figures() {
        return one("""
                SELECT coalesce(CAST(json_group_object(check_id, figures) AS VARCHAR), '{}') AS json
                FROM (
                    SELECT check_id, json_group_object(name, value) AS figures
                    FROM (SELECT DISTINCT * FROM figure ORDER BY ALL)
                    GROUP BY check_id
                    ORDER BY ALL)""");
    }

    private String one(String query) {
        return Optional.ofNullable(session.rows(query).getFirst().get("json"))
                .map(Object::toString)
                .orElse("{}");
    }

    void write(Path out) {
        try {
            Files.writeString(out.resolve("results.json"), results() + "\n");
            Files.writeString(out.resolve("figures.json"), figures() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
