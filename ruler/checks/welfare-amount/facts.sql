SELECT
    'household' AS subject_kind, household_id AS subject, household_id, NULL::VARCHAR AS person_id,
    township, village, greatest(amount - greatest(standard * persons - income, 0), 0)::DECIMAL(18, 2) AS at_stake,
    getvariable('checked_on') AS checked_on, persons, income, income_per_head, standard,
    amount AS paid, greatest(standard * persons - income, 0)::DECIMAL(18, 2) AS due,
    (amount - greatest(standard * persons - income, 0))::DECIMAL(18, 2) AS difference,
    getvariable('tolerance') AS tolerance
FROM means
WHERE standard IS NOT NULL
