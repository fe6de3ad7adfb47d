package org.shengmo.ruler.check;

import java.nio.file.Path;

/**
 * What is at stake, counted once. A finding about a household puts its whole monthly amount at stake, one about a person that
 * person's share; several about the same don't add up, and a household never has more at stake than it is paid.
 */
final class WelfareTotals {

    private final CheckSession session;

    WelfareTotals(CheckSession session) {
        this.session = session;
        session.run("""
                CREATE OR REPLACE TEMP TABLE person_total AS
                SELECT total.*, key
                FROM (
                    SELECT household_id, person_id, any_value(township) AS township, any_value(village) AS village,
                        count(*) AS findings, string_agg(DISTINCT check_id, ' ' ORDER BY check_id) AS checks,
                        max(at_stake) AS at_stake
                    FROM finding
                    WHERE subject_kind = 'person' AND household_id IS NOT NULL
                    GROUP BY household_id, person_id) AS total
                LEFT JOIN (SELECT household_id, person_id, any_value(key) AS key FROM person GROUP BY ALL)
                    USING (household_id, person_id)""");
        session.run("""
                CREATE OR REPLACE TEMP TABLE household_total AS
                SELECT household_id, household.township, household.village, household.amount AS monthly_amount, household.persons,
                    findings, checks, coalesce(persons_found, 0) AS persons_found,
                    CAST(least(household.amount, greatest(coalesce(whole, 0), coalesce(parts, 0))) AS DECIMAL(18, 2)) AS at_stake
                FROM (
                    SELECT household_id, count(*) AS findings, string_agg(DISTINCT check_id, ' ' ORDER BY check_id) AS checks,
                        max(at_stake) FILTER (subject_kind = 'household') AS whole
                    FROM finding WHERE household_id IS NOT NULL GROUP BY household_id)
                LEFT JOIN (
                    SELECT household_id, count(*) AS persons_found, sum(at_stake) AS parts
                    FROM person_total GROUP BY household_id) USING (household_id)
                JOIN household USING (household_id)""");
    }

    /** Adds an earlier run's totals of households that weren't judged again. */
    void carry(Path previous) {
        session.run("INSERT INTO person_total SELECT * FROM read_parquet("
                + CheckSession.path(RunState.persons(previous)) + ") WHERE " + Recheck.untouched());
        session.run("INSERT INTO household_total SELECT * FROM read_parquet("
                + CheckSession.path(RunState.households(previous)) + ") WHERE " + Recheck.untouched());
    }

    /** Keeps the totals for a later run. */
    void keep(Findings findings, Path out) {
        findings.copy("SELECT * FROM person_total", RunState.persons(out), "FORMAT parquet");
        findings.copy("SELECT * FROM household_total", RunState.households(out), "FORMAT parquet");
    }

    private void villages() {
        session.run("""
                CREATE OR REPLACE TEMP TABLE village_total AS
                SELECT township, village, count(*) AS households, sum(persons) AS persons_in_them,
                    sum(persons_found) AS persons_found, sum(findings) AS findings, sum(at_stake) AS at_stake
                FROM household_total
                GROUP BY township, village""");
    }

    void write(Findings findings, Path out) {
        villages();
        findings.copy(
                "SELECT * EXCLUDE (key) FROM person_total ORDER BY household_id, person_id",
                out.resolve("persons.csv"),
                "FORMAT csv, HEADER");
        findings.copy(
                "SELECT * FROM household_total ORDER BY household_id",
                out.resolve("households.csv"),
                "FORMAT csv, HEADER");
        findings.copy("SELECT * FROM village_total ORDER BY ALL", out.resolve("villages.csv"), "FORMAT csv, HEADER");
    }

    /** Households, persons (by identity number, so that one in two households counts once) and the amount at stake. */
    java.util.Map<String, Object> totals() {
        return session.rows("""
                        SELECT
                            (SELECT count(*) FROM household_total) AS households,
                            (SELECT count(DISTINCT key) FROM person_total) AS persons,
                            (SELECT coalesce(sum(at_stake), 0)::DECIMAL(18, 2) FROM household_total) AS at_stake""").getFirst();
    }
}
