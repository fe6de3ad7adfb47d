WITH priced AS (
    SELECT bid.*
    FROM ocds_submitted AS bid
    JOIN ocds_release AS release USING (line, ocid)
    SEMI JOIN (SELECT line, lot FROM ocds_award WHERE status = 'active') AS award USING (line, lot)
    WHERE bid.amount IS NOT NULL AND bid.currency IS NOT NULL AND price_comparable(release.method_details)
), compared AS (
    SELECT
        line, any_value(ocid) AS ocid, lot, currency,
        min(amount) AS lowest_amount,
        arg_min(status, (amount, bid_no)) AS lowest_status,
        count_if(status = 'valid') AS valid_bids
    FROM priced
    WHERE getvariable('currencies') = 'each'
       OR currency = coalesce(getvariable('currency'), (SELECT arg_min(currency, (line, bid_no)) FROM priced))
    GROUP BY line, lot, currency
)
SELECT
    'OCID' AS subject_kind, ocid AS subject, 1.0::DOUBLE AS value, ocid, nullif(lot, '') AS lot,
    lowest_amount, currency, lowest_status, valid_bids
FROM compared
