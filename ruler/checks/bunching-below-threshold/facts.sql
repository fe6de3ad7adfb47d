-- Awards in bands of equal width below and above a threshold: prices that nobody steers thin out evenly across it.
WITH award AS (
    SELECT
        award.line, release.buyer, award.amount, award.currency, release.category,
        coalesce(map_extract_value(getvariable('thresholds'), release.category), getvariable('threshold'))::DOUBLE AS threshold
    FROM (SELECT DISTINCT ON (line, award_no) * FROM ocds_award) AS award
    JOIN ocds_release AS release USING (line, ocid)
    WHERE award.status = 'active' AND award.amount > 0
), main AS (
    SELECT *, (amount - threshold) / (threshold * getvariable('band')) AS bands
    FROM award
    WHERE currency = coalesce(getvariable('currency'), (SELECT arg_min(currency, line) FROM award WHERE currency IS NOT NULL))
), counted AS (
    SELECT
        grouping_id(buyer) AS everybody, buyer, category, threshold,
        count_if(bands >= -1 AND bands < 0) AS just_below,
        count_if(bands >= -2 AND bands < -1) AS next_below,
        count_if(bands >= 0 AND bands < 1) AS just_above
    FROM main
    GROUP BY GROUPING SETS ((buyer, category, threshold), (category, threshold))
)
SELECT
    CASE WHEN everybody = 1 THEN 'All' ELSE 'Buyer' END AS subject_kind,
    CASE WHEN everybody = 1 THEN '*' ELSE buyer END AS subject,
    just_below::DOUBLE AS value, NULL::VARCHAR AS ocid, NULL::VARCHAR AS lot,
    category, threshold, just_below, next_below, just_above,
    greatest(next_below, just_above) AS expected,
    round(just_below::DOUBLE / greatest(next_below, just_above, 1), 2) AS times_expected,
    getvariable('minimum') AS minimum, getvariable('times') AS times
FROM counted
WHERE just_below > 0 AND (everybody = 1 OR buyer IS NOT NULL)
