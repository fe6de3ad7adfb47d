WITH entry AS (
    SELECT DISTINCT line, lot, bidder, members, bidder = winner AS won
    FROM ocds_bid JOIN ocds_decided USING (line, ocid, lot)
    WHERE ocds_bid.status = 'valid' AND bidder IS NOT NULL
), record AS (
    SELECT bidder, count(*) AS bids, count_if(won) AS wins, (count_if(won)::DOUBLE / count(*)) AS ratio
    FROM (SELECT DISTINCT line, lot, unnest(members) AS bidder, won FROM entry)
    GROUP BY bidder
), quartiles AS (
    SELECT
        quantile_eight(list(bids::DOUBLE ORDER BY bids), getvariable('percentile')::DOUBLE / 100) AS upper_fence,
        quantile_eight(list(ratio ORDER BY ratio), 0.25) AS q1,
        quantile_eight(list(ratio ORDER BY ratio), 0.75) AS q3
    FROM record
), fences AS (
    SELECT
        upper_fence,
        CASE WHEN getvariable('threshold') IS NULL THEN q1 END AS q1,
        CASE WHEN getvariable('threshold') IS NULL THEN q3 END AS q3,
        coalesce(getvariable('threshold'), fence(q1, q1 - q3)) AS lower_fence
    FROM quartiles
)
SELECT
    'Tenderer' AS subject_kind, bidder AS subject, ratio AS value, NULL::VARCHAR AS ocid, NULL::VARCHAR AS lot,
    bids, wins, ratio, upper_fence, q1, q3, lower_fence,
    bids >= upper_fence AS top,
    coalesce(q1 > 0, true) AND lower_fence > 0 AS most_win,
    ratio <= lower_fence AS rarely_wins
FROM record, fences
