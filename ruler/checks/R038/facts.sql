WITH bid AS (
    SELECT DISTINCT line, ocid, bid_no, status = 'disqualified' AS disqualified, members FROM ocds_submitted
), process AS (
    SELECT line, ocid, count(*) AS submitted, count_if(disqualified) AS disqualified FROM bid GROUP BY line, ocid
), organization AS (
    SELECT 'Buyer' AS subject_kind, buyer AS subject, submitted, disqualified FROM process JOIN ocds_release USING (line, ocid)
    UNION ALL
    SELECT 'ProcuringEntity', procuring_entity, submitted, disqualified FROM process JOIN ocds_release USING (line, ocid)
    UNION ALL
    SELECT 'Tenderer', unnest(members), 1, disqualified::INTEGER FROM bid
), record AS (
    SELECT subject_kind, subject, sum(submitted)::BIGINT AS submitted, sum(disqualified)::BIGINT AS disqualified
    FROM organization
    WHERE subject IS NOT NULL
    GROUP BY subject_kind, subject
), considered AS (
    SELECT *, disqualified::DOUBLE / submitted AS ratio
    FROM record
    WHERE submitted >= CASE subject_kind
        WHEN 'Tenderer' THEN getvariable('minimum_submitted_bids')
        ELSE getvariable('minimum_contracting_processes') END
), quartiles AS (
    SELECT subject_kind, quantile_eight(sorted, 0.25) AS q1, quantile_eight(sorted, 0.75) AS q3
    FROM (SELECT subject_kind, list(ratio ORDER BY ratio) AS sorted FROM considered GROUP BY subject_kind)
), fences AS (
    SELECT
        subject_kind,
        CASE WHEN getvariable('threshold') IS NULL THEN q1 END AS q1,
        CASE WHEN getvariable('threshold') IS NULL THEN q3 END AS q3,
        coalesce(getvariable('threshold'), fence(q3, q3 - q1)) AS upper_fence
    FROM quartiles
)
SELECT
    subject_kind, subject, ratio AS value, NULL::VARCHAR AS ocid, NULL::VARCHAR AS lot,
    submitted, disqualified, ratio, q1, q3, upper_fence,
    upper_fence > 0 AS some_disqualify,
    ratio >= upper_fence AS often_disqualified
FROM considered JOIN fences USING (subject_kind)
