WITH official AS (
    SELECT DISTINCT key AS official, id_number, post, body FROM keyed('officials')
), kin AS (
    SELECT DISTINCT official, relative, relation FROM (
        SELECT identity_key(id_number) AS official, identity_key(relative_id_number) AS relative, relation FROM relatives
        UNION ALL
        SELECT identity_key(relative_id_number), identity_key(id_number), relation FROM relatives
        UNION ALL
        SELECT official, official, '本人' FROM official)
), approver AS (
    -- The roster names the approving official by identity number or by post.
    SELECT approved_by, official.*
    FROM (SELECT approved_by, identity_key(approved_by) AS key FROM (SELECT DISTINCT approved_by FROM person WHERE approved_by IS NOT NULL))
    JOIN official ON official.official = key OR official.post = approved_by
), declared AS (
    SELECT DISTINCT household_id, identity_key(official_id_number) AS official FROM declarations
)
SELECT
    'household' AS subject_kind, person.household_id AS subject, person.household_id, person.person_id,
    person.township, person.village, household.amount AS at_stake,
    getvariable('checked_on') AS checked_on, person.approved_on, approver.post, approver.body,
    coalesce(kin.relation, '') AS relation, declared.official IS NOT NULL AS declared
FROM kin
JOIN approver ON approver.official = kin.official
JOIN person ON person.key = kin.relative AND person.approved_by = approver.approved_by
JOIN household ON household.household_id = person.household_id
LEFT JOIN declared ON declared.household_id = person.household_id AND declared.official = kin.official
