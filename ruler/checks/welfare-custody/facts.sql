SELECT
    'person' AS subject_kind, person.person_id AS subject, person.household_id, person.person_id,
    person.township, person.village, household.share AS at_stake,
    getvariable('checked_on') AS checked_on, confined."from" AS held_from, confined."to" AS held_to,
    in_force(confined."from", confined."to") AS held
FROM keyed('custody') AS confined
JOIN person USING (key)
JOIN household USING (household_id)
