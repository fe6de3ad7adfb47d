WITH dwelling AS (
    SELECT
        key, title_no, area_m2,
        CASE
            WHEN share IS NULL THEN 1.0
            WHEN contains(share, '/') THEN try_cast(split_part(share, '/', 1) AS DOUBLE) / try_cast(split_part(share, '/', 2) AS DOUBLE)
            WHEN contains(share, '%') THEN try_cast(replace(share, '%', '') AS DOUBLE) / 100
            WHEN try_cast(share AS DOUBLE) > 1 THEN try_cast(share AS DOUBLE) / 100
            ELSE try_cast(share AS DOUBLE)
        END AS share
    FROM keyed('properties')
    WHERE contains(use, '住') OR lower(use) IN ('residential', 'residence', 'dwelling', 'home', 'house', 'housing', 'apartment')
), held AS (
    SELECT household_id, title_no, least(sum(share), 1.0) AS share, any_value(area_m2) AS area_m2
    FROM dwelling JOIN (SELECT DISTINCT household_id, key FROM person) USING (key)
    GROUP BY household_id, title_no
)
SELECT
    'household' AS subject_kind, household_id AS subject, household_id, NULL::VARCHAR AS person_id,
    any_value(township) AS township, any_value(village) AS village, any_value(amount) AS at_stake,
    getvariable('checked_on') AS checked_on,
    count(*) AS homes, array_to_string(list_sort(list(title_no)), '、') AS titles,
    round(sum(area_m2 * held.share), 2)::DECIMAL(18, 2) AS area_m2, any_value(persons) AS persons
FROM held JOIN household USING (household_id)
WHERE held.share >= getvariable('minimum_share')
GROUP BY household_id
