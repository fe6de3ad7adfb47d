WITH quartiles AS (
    SELECT quantile_eight(sorted, 0.25) AS q1, quantile_eight(sorted, 0.75) AS q3
    FROM (SELECT list(ratio ORDER BY ratio) AS sorted FROM ocds_second_lowest)
), fences AS (
    SELECT
        CASE WHEN getvariable('threshold') IS NULL THEN q1 END AS q1,
        CASE WHEN getvariable('threshold') IS NULL THEN q3 END AS q3,
        coalesce(getvariable('threshold'), fence(q3, q3 - q1)) AS upper_fence
    FROM quartiles
), flagged AS (
    SELECT 'OCID' AS subject_kind, ocid AS subject, ratio AS value, * FROM ocds_second_lowest
    UNION ALL
    SELECT 'Tenderer', unnest(winners), 0.0, * FROM ocds_second_lowest
)
SELECT
    subject_kind, subject, value, ocid, nullif(lot, '') AS lot,
    winner, winner_amount, second, second_amount, currency,
    ratio, q1, q3, upper_fence,
    upper_fence > 0 AS prices_vary,
    ratio >= upper_fence AS far
FROM flagged, fences
