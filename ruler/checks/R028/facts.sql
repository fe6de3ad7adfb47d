WITH priced AS (
    SELECT
        bid.line, bid.ocid, bid.lot, bid.bid_no, bid.amount, bid.currency,
        list_sort(list_distinct(bid.members)) AS members
    FROM ocds_submitted AS bid JOIN ocds_release AS release USING (line, ocid)
    WHERE bid.amount IS NOT NULL AND bid.currency IS NOT NULL AND len(bid.members) > 0
      AND price_comparable(release.method_details)
), paired AS (
    SELECT *, lag(members) OVER (PARTITION BY line, lot, amount, currency ORDER BY bid_no) AS earlier FROM priced
), compared AS (
    SELECT *, members <> earlier AS differing FROM paired WHERE earlier IS NOT NULL
), flagged AS (
    SELECT 'OCID' AS subject_kind, ocid AS subject, * FROM compared
    UNION ALL
    SELECT 'Tenderer', unnest(list_distinct(list_concat(members, earlier))), * FROM compared
)
SELECT
    subject_kind, subject, 1.0::DOUBLE AS value, ocid, nullif(lot, '') AS lot,
    amount, currency,
    array_to_string(earlier, ' + ') AS one_bidder, array_to_string(members, ' + ') AS other_bidder,
    differing AS different_bidders
FROM flagged
