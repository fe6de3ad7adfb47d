SELECT
    'OCID' AS subject_kind, ocid AS subject, 1.0::DOUBLE AS value, ocid, NULL::VARCHAR AS lot,
    number_of_tenderers::BIGINT AS tenderers, method
FROM ocds_release
WHERE number_of_tenderers IS NOT NULL
  AND (len(getvariable('procurement_methods')) = 0 OR coalesce(list_contains(getvariable('procurement_methods'), method), false))
