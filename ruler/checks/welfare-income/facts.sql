SELECT
    'household' AS subject_kind, household_id AS subject, household_id, NULL::VARCHAR AS person_id,
    township, village, amount AS at_stake,
    getvariable('checked_on') AS checked_on, persons, income, wages, pensions, income_per_head, standard
FROM means
WHERE income > 0
