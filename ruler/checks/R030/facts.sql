WITH supplier AS (
    SELECT DISTINCT line, unnest(members) AS party FROM ocds_award WHERE status = 'active'
), late AS (
    SELECT bid.line, bid.ocid, bid.lot, bid.bid_date, release.tender_end, unnest(bid.members) AS party
    FROM ocds_bid AS bid JOIN ocds_release AS release USING (line, ocid)
    WHERE bid.status = 'valid' AND release.has_awards
), judged AS (
    SELECT late.*, supplier.party IS NOT NULL AS won
    FROM late LEFT JOIN supplier USING (line, party)
), flagged AS (
    SELECT 'OCID' AS subject_kind, ocid AS subject, * FROM judged
    UNION ALL
    SELECT 'Tenderer', party, * FROM judged
)
SELECT
    subject_kind, subject, 1.0::DOUBLE AS value, ocid, nullif(lot, '') AS lot,
    party AS tenderer, bid_date, tender_end,
    bid_date > tender_end AS late, won
FROM flagged
WHERE bid_date IS NOT NULL AND tender_end IS NOT NULL
