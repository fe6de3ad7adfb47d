SELECT
    'household' AS subject_kind, person.household_id AS subject, person.household_id, person.person_id,
    person.township, person.village, household.amount AS at_stake,
    getvariable('checked_on') AS checked_on, credit_code, role, capital, status
FROM keyed('companies') AS company
JOIN person USING (key)
JOIN household USING (household_id)
