WITH repeated AS (
    SELECT key, count(DISTINCT household_id) AS households, count(DISTINCT (township, village)) AS places
    FROM person
    WHERE key IN (FROM repeated_key)
    GROUP BY key
    HAVING count(DISTINCT household_id) > 1
)
SELECT
    'person' AS subject_kind, person.person_id AS subject, person.household_id, person.person_id,
    person.township, person.village,
    -- The entry approved first may stand; what is at stake is what the later ones add.
    CASE WHEN row_number() OVER (PARTITION BY key ORDER BY person.approved_on NULLS FIRST, person.household_id) = 1
         THEN 0 ELSE household.share END::DECIMAL(18, 2) AS at_stake,
    getvariable('checked_on') AS checked_on, households, places, person.approved_on,
    count(DISTINCT coalesce(person.name, '')) OVER (PARTITION BY key) AS names
FROM person
JOIN repeated USING (key)
JOIN household USING (household_id)
