-- Parcels and structures as lines of one kind: what was taken, when, and what was paid for it.
CREATE OR REPLACE TEMP TABLE line AS
SELECT
    'land' AS item, parcel_id AS line_id, household_id, township, village, zone, class AS kind, '' AS decoration, area, taken_on, paid
FROM parcels
UNION ALL
SELECT 'structure', structure_id, household_id, township, village, zone, structure, coalesce(decoration, ''), area, taken_on, paid
FROM structures;
