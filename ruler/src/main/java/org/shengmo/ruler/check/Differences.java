package org.shengmo.ruler.check;

import java.nio.file.Path;
import java.util.OptionalLong;

/** What is found now and wasn't, and the other way round. Findings are the same when check, finding and subject are. */
final class Differences {

    private static final String KEY =
            "check_id, finding, subject_kind, subject, ocid, lot, household_id, person_id, township, village";

    private final CheckSession session;

    /** @param previous a condition on the earlier findings: those to compare with this run's */
    Differences(CheckSession session, Path findings, String previous) {
        this.session = session;
        session.run("CREATE OR REPLACE TEMP TABLE difference AS SELECT " + KEY
                + ", sum(now)::BIGINT AS now, sum(before)::BIGINT AS before"
                + " FROM (SELECT " + KEY + ", 1 AS now, 0 AS before FROM finding UNION ALL SELECT " + KEY
                + ", 0, 1 FROM read_parquet(" + CheckSession.path(findings) + ") WHERE " + previous + ") GROUP BY ALL");
    }

    private long found() {
        return sum("greatest(now - before, 0)");
    }

    private long gone() {
        return sum("greatest(before - now, 0)");
    }

    private long unchanged() {
        return sum("least(before, now)");
    }

    private long sum(String count) {
        return ((Number) session.rows("SELECT coalesce(sum(" + count + "), 0)::BIGINT AS n FROM difference")
                        .getFirst()
                        .get("n"))
                .longValue();
    }

    CheckReport.Changes changes(OptionalLong rejudged, String reason) {
        return new CheckReport.Changes(found(), gone(), unchanged(), rejudged, reason);
    }

    /** {@code changes.csv}: what is new and what is gone. */
    void write(Findings findings, Path out) {
        findings.copy(
                "SELECT CASE WHEN now > before THEN 'new' ELSE 'gone' END AS change, abs(now - before) AS findings, "
                        + KEY + " FROM difference WHERE now <> before ORDER BY ALL",
                out.resolve("changes.csv"),
                "FORMAT csv, HEADER");
    }
}
