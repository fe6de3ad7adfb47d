WITH read AS (
    SELECT household_id, person_id, township, village, key, identity_text AS plain, identity_digits AS body FROM person
), shared AS (
    SELECT key, count(DISTINCT coalesce(name, person_id)) AS names, count(*) - count(DISTINCT household_id) AS repeats
    FROM person
    WHERE key IN (FROM repeated_key)
    GROUP BY key
), judged AS (
    SELECT
        read.*, coalesce(names, 1) AS names, coalesce(repeats, 0) AS repeats,
        body IS NOT NULL AND identity_last(plain, body) IS NOT NULL AS well_formed,
        coalesce(identity_check(body) = identity_last(plain, body), false) AS checksum_right,
        -- Most are plainly a day; only the others are read as one.
        body // 100000 % 100 BETWEEN 1 AND 12 AND body // 1000 % 100 BETWEEN 1 AND 28
            AND body // 10000000 % 10000 BETWEEN 1880 AND year(getvariable('checked_on')) - 1
        OR coalesce(try_cast(
            (body // 10000000 % 10000)::VARCHAR || '-' || lpad((body // 100000 % 100)::VARCHAR, 2, '0') || '-'
            || lpad((body // 1000 % 100)::VARCHAR, 2, '0') AS DATE)
            BETWEEN DATE '1880-01-01' AND getvariable('checked_on'), false) AS birth_possible,
        coalesce(body // 1000000000000000 IN (11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
            50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83), false) AS region_known
    FROM read LEFT JOIN shared USING (key)
)
SELECT
    'person' AS subject_kind, person_id AS subject, household_id, person_id, judged.township, judged.village,
    household.share AS at_stake, getvariable('checked_on') AS checked_on, length(plain) AS length,
    well_formed, checksum_right, birth_possible, region_known, names, repeats
FROM judged JOIN household USING (household_id)
WHERE NOT (well_formed AND checksum_right AND birth_possible AND region_known AND names = 1 AND repeats = 0)
