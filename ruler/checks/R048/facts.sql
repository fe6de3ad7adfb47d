WITH supplied AS (
    SELECT line, supplier, unnest(classifications) AS classification
    FROM ocds_award
    WHERE status = 'active' AND supplier IS NOT NULL
), variety AS (
    SELECT
        supplier,
        count(DISTINCT line) AS processes,
        count(DISTINCT left(classification, getvariable('digits'))) AS classes
    FROM supplied
    GROUP BY supplier
    HAVING count(DISTINCT line) >= getvariable('minimum_contracting_processes')
), quartiles AS (
    SELECT quantile_eight(sorted, 0.25) AS q1, quantile_eight(sorted, 0.75) AS q3
    FROM (SELECT list(classes::DOUBLE ORDER BY classes) AS sorted FROM variety)
), fences AS (
    SELECT
        CASE WHEN getvariable('threshold') IS NULL THEN q1 END AS q1,
        CASE WHEN getvariable('threshold') IS NULL THEN q3 END AS q3,
        coalesce(getvariable('threshold')::DOUBLE, fence(q3, q3 - q1)) AS upper_fence
    FROM quartiles
)
SELECT
    'Tenderer' AS subject_kind, supplier AS subject, classes::DOUBLE AS value, NULL::VARCHAR AS ocid, NULL::VARCHAR AS lot,
    classes, processes, q1, q3, upper_fence,
    classes >= upper_fence AS varied
FROM variety, fences
