SELECT
    item AS subject_kind, line_id AS subject, household_id, township, village,
    item, zone, kind, decoration, area, taken_on, paid,
    CASE WHEN area > 0 THEN round(paid / area, 2)::DECIMAL(18, 2) END AS paid_per_unit,
    getvariable('tolerance') AS tolerance
FROM line
