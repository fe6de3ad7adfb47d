-- Awards of one buyer to one supplier, or for one kind of goods whoever supplies, within some days of each other.
WITH award AS (
    SELECT
        award.line, award.ocid, release.buyer, award.supplier, release.category, award.amount, award.currency,
        left(award.classifications[1], getvariable('digits')) AS class,
        coalesce(
            try_cast(left(award.award_date, 10) AS DATE), try_cast(left(release.tender_end, 10) AS DATE),
            try_cast(left(release.release_date, 10) AS DATE)) AS awarded_on,
        coalesce(map_extract_value(getvariable('thresholds'), release.category), getvariable('threshold'))::DOUBLE AS threshold
    FROM (SELECT DISTINCT ON (line, award_no) * FROM ocds_award) AS award
    JOIN ocds_release AS release USING (line, ocid)
    WHERE award.status = 'active' AND award.amount > 0 AND release.buyer IS NOT NULL
), main AS (
    SELECT *, datediff('day', DATE '1970-01-01', awarded_on) AS day
    FROM award
    WHERE awarded_on IS NOT NULL
      AND currency = coalesce(getvariable('currency'), (SELECT arg_min(currency, line) FROM award WHERE currency IS NOT NULL))
      AND amount < threshold
), grouped AS (
    SELECT 'supplier' AS grouped_by, supplier AS shared, * FROM main WHERE supplier IS NOT NULL
    UNION ALL
    SELECT 'class', class, * FROM main WHERE class <> ''
), windowed AS (
    SELECT
        *,
        count(*) OVER near AS awards,
        sum(amount) OVER near AS total,
        max(amount) OVER near AS largest,
        min(awarded_on) OVER near AS first_on,
        list(ocid) OVER near AS ocids
    FROM grouped
    WINDOW near AS (
        PARTITION BY grouped_by, buyer, shared, category, threshold ORDER BY day
        RANGE BETWEEN getvariable('days') PRECEDING AND CURRENT ROW)
)
SELECT
    'Buyer' AS subject_kind, buyer AS subject, round(total / threshold, 4) AS value, NULL::VARCHAR AS ocid, NULL::VARCHAR AS lot,
    grouped_by, shared, category, awards, round(total, 2) AS total, largest, threshold,
    first_on, awarded_on AS last_on, array_to_string(list_sort(list_distinct(ocids)), ' ') AS processes
FROM windowed
QUALIFY row_number() OVER (PARTITION BY grouped_by, buyer, shared, category, threshold ORDER BY total DESC, awarded_on) = 1
