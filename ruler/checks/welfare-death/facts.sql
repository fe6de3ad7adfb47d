SELECT
    'person' AS subject_kind, person.person_id AS subject, person.household_id, person.person_id,
    person.township, person.village, household.share AS at_stake,
    getvariable('checked_on') AS checked_on, died_on,
    datediff('month', died_on, getvariable('checked_on')) AS months_after_death,
    (household.share * greatest(0, datediff('month',
        greatest(died_on, coalesce(person.approved_on, died_on)), getvariable('checked_on'))))::DECIMAL(18, 2) AS paid_since
FROM (SELECT key, min(died_on) AS died_on FROM keyed('deaths') WHERE died_on <= getvariable('checked_on') GROUP BY ALL) AS death
JOIN person USING (key)
JOIN household USING (household_id)
