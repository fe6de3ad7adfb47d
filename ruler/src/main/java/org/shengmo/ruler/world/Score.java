package org.shengmo.ruler.world;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a check found what was planted: each household, or each of its persons where the check is about persons, counts once.
 *
 * @param check the check's id, {@code *} for all together
 * @param planted what the truth holds
 * @param found what the check reported
 * @param right what is in both
 */
public record Score(String check, long planted, long found, long right) {

    /** What of the reported was right, 1 where nothing was reported. */
    public double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** What of the planted was reported, 1 where nothing was planted. */
    public double recall() {
        return planted == 0 ? 1 : (double) right / planted;
    }

    /** Compares a run's findings with a world's truth; checks that didn't run don't count. */
    public static List<Score> of(Path truth, Path findings) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query(truth, findings))) {
            var scores = new ArrayList<Score>();
            while (rows.next()) {
                scores.add(new Score(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
            }
            return scores;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String query(Path truth, Path findings) {
        return """
            WITH truth AS (
                SELECT DISTINCT check_id, household_id, coalesce(person_id, '') AS person_id FROM read_csv('%s', all_varchar = true)
            ), finding AS (
                SELECT DISTINCT check_id, household_id,
                    CASE WHEN subject_kind = 'person' THEN person_id ELSE '' END AS person_id
                FROM read_parquet('%s')
                WHERE household_id IS NOT NULL
            ), counted AS (
                SELECT check_id, count(*) FILTER (t) AS planted, count(*) FILTER (f) AS found, count(*) FILTER (t AND f) AS hit
                FROM (
                    SELECT check_id, household_id, person_id, bool_or(side = 't') AS t, bool_or(side = 'f') AS f
                    FROM (SELECT *, 't' AS side FROM truth UNION ALL SELECT *, 'f' FROM finding)
                    GROUP BY ALL)
                WHERE check_id IN (SELECT check_id FROM finding)
                GROUP BY check_id
            )
            SELECT check_id, planted, found, hit FROM counted
            UNION ALL
            SELECT '*', sum(planted), sum(found), sum(hit) FROM counted
            ORDER BY check_id DESC""".formatted(World.quoted(truth), World.quoted(findings));
    }
}
