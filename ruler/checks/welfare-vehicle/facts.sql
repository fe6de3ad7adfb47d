SELECT
    'household' AS subject_kind, person.household_id AS subject, person.household_id, person.person_id,
    person.township, person.village, household.amount AS at_stake,
    getvariable('checked_on') AS checked_on, plate, kind, value AS vehicle_value
FROM (
    SELECT *
    FROM keyed('vehicles')
    WHERE coalesce(registered_on <= getvariable('checked_on'), true)
      AND coalesce(scrapped_on > getvariable('checked_on'), true)) AS vehicle
JOIN person USING (key)
JOIN household USING (household_id)
