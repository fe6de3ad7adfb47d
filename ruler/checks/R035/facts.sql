WITH supplier AS (
    SELECT line, lot, list_sort(list_distinct(list(party))) AS winners
    FROM (
        SELECT line, lot, unnest(members) AS party
        FROM ocds_award JOIN ocds_release USING (line, ocid)
        WHERE status = 'active' AND awards_final)
    GROUP BY line, lot
), tenderer AS (
    SELECT
        line, any_value(ocid) AS ocid, lot,
        list_sort(list(DISTINCT party) FILTER (status = 'valid')) AS valid,
        list_sort(list(DISTINCT party) FILTER (status = 'disqualified')) AS disqualified
    FROM (SELECT line, ocid, lot, status, unnest(members) AS party FROM ocds_bid)
    GROUP BY line, lot
), compared AS (
    SELECT
        line, ocid, lot, winners, valid,
        len(list_filter(coalesce(disqualified, []), lambda party: NOT list_contains(valid, party))) AS others_disqualified,
        len(valid) AS valid_tenderers,
        valid = winners AS won
    FROM tenderer JOIN supplier USING (line, lot)
    WHERE valid IS NOT NULL
), flagged AS (
    SELECT 'OCID' AS subject_kind, ocid AS subject, others_disqualified::DOUBLE AS value, * FROM compared
    UNION ALL
    SELECT 'Tenderer', valid[1], 0.0, * FROM compared
)
SELECT
    subject_kind, subject, value, ocid, nullif(lot, '') AS lot,
    array_to_string(winners, ' + ') AS winner, valid_tenderers, won, others_disqualified,
    greatest(getvariable('threshold'), 1) AS minimum
FROM flagged
