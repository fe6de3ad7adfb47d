SELECT
    'OCID' AS subject_kind, ocid AS subject, 1.0::DOUBLE AS value, ocid, NULL::VARCHAR AS lot,
    datediff_days AS days_open,
    coalesce(map_extract_value(getvariable('procurement_method_details'), method_details), getvariable('threshold')) AS days_required,
    method
FROM (
    SELECT *, trunc((epoch_us(moment_of(tender_end)) - epoch_us(moment_of(tender_start))) / 86400000000)::BIGINT AS datediff_days
    FROM ocds_release)
WHERE datediff_days IS NOT NULL
  AND (len(getvariable('procurement_methods')) = 0 OR coalesce(list_contains(getvariable('procurement_methods'), method), false))
