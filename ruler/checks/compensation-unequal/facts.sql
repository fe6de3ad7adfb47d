WITH rate AS (
    SELECT *, round(paid / area, 2)::DECIMAL(18, 2) AS paid_per_unit, year(taken_on) AS taken_in
    FROM line WHERE area > 0
), alike AS (
    SELECT
        item, zone, kind, decoration, taken_in, count(*) AS lines,
        min(paid_per_unit) AS lowest, max(paid_per_unit) AS highest, mode(paid_per_unit) AS usual
    FROM rate
    GROUP BY ALL
)
SELECT
    item AS subject_kind, line_id AS subject, household_id, township, village,
    zone, kind, decoration, taken_in, taken_on, area, paid, paid_per_unit, lines, usual, lowest, highest,
    (paid_per_unit - usual)::DECIMAL(18, 2) AS difference, getvariable('rounding') AS rounding
FROM rate JOIN alike USING (item, zone, kind, decoration, taken_in)
WHERE lines > 1
