-- The welfare audit as an auditor writes it by hand, without tables and citations; read by DuckDB and by PostgreSQL alike. The benchmark
-- holds the compiled checks against it. :day is the day measured on, :key(number) writes the 15 digits of before 1999 as the 18 that followed them.
-- A number whose check character is wrong is nobody's.
CREATE TABLE p AS
SELECT household_id, person_id, id_number, name, township, village, approved_on, approved_by, monthly_amount,
    :key(id_number) AS k
FROM roster;
CREATE TABLE h AS
SELECT household_id, max(township) AS township, max(village) AS village, max(monthly_amount) AS amount, count(*) AS persons
FROM p GROUP BY household_id;
CREATE TABLE m AS
SELECT h.*, coalesce(income, 0) AS income, standard
FROM h
LEFT JOIN (
    SELECT household_id, sum(pay) AS income
    FROM (
        SELECT :key(id_number) AS k,
            monthly_pay AS pay
        FROM payroll WHERE ("from" IS NULL OR "from" <= :day) AND ("to" IS NULL OR "to" >= :day)
        UNION ALL
        SELECT :key(id_number), monthly_amount
        FROM pensions WHERE ("from" IS NULL OR "from" <= :day) AND ("to" IS NULL OR "to" >= :day)) AS r
    JOIN (SELECT DISTINCT household_id, k FROM p) AS u ON u.k = r.k
    GROUP BY household_id) AS i ON i.household_id = h.household_id
LEFT JOIN (
    SELECT h.household_id, max(monthly_per_person) AS standard
    FROM h JOIN standards s ON (s.area IS NULL OR s.area = '*' OR s.area = h.village OR s.area = h.township)
        AND (s."from" IS NULL OR s."from" <= :day) AND (s."to" IS NULL OR s."to" > :day)
    GROUP BY h.household_id) AS t ON t.household_id = h.household_id;
CREATE TABLE found (check_id VARCHAR(40), household_id VARCHAR(40), person_id VARCHAR(40), at_stake DECIMAL(18,2), said VARCHAR(200));
INSERT INTO found
SELECT 'death', p.household_id, p.person_id, round(amount / persons, 2), CAST(died_on AS VARCHAR(20))
FROM (SELECT :key(id_number) AS k,
        min(died_on) AS died_on FROM deaths WHERE died_on <= :day GROUP BY 1) AS d
JOIN p ON p.k = d.k JOIN h ON h.household_id = p.household_id
WHERE (extract(YEAR FROM :day) - extract(YEAR FROM died_on)) * 12 + extract(MONTH FROM :day) - extract(MONTH FROM died_on) >= 1;
INSERT INTO found
SELECT 'vehicle', p.household_id, p.person_id, amount, plate
FROM (SELECT :key(id_number) AS k, plate, kind, value
    FROM vehicles WHERE (registered_on IS NULL OR registered_on <= :day) AND (scrapped_on IS NULL OR scrapped_on > :day)) AS v
JOIN p ON p.k = v.k JOIN h ON h.household_id = p.household_id
WHERE kind IN ('小型轿车', '微型轿车', '轿车', '小型客车', '小型普通客车', '小型越野客车', '越野车', '中型客车', '大型客车', '重型货车', '中型货车',
        'car', 'sedan', 'suv', 'van', 'bus', 'heavy truck')
    OR (value > 10000 AND kind NOT IN ('残疾人专用车', '残疾人代步车', '残疾人机动轮椅车', '电动自行车', 'disabled', 'wheelchair', 'bicycle', 'e-bike'));
INSERT INTO found
SELECT 'company', p.household_id, p.person_id, amount, credit_code
FROM (SELECT :key(id_number) AS k, credit_code, role, capital, status
    FROM companies) AS c
JOIN p ON p.k = c.k JOIN h ON h.household_id = p.household_id
WHERE role IN ('法定代表人', '股东', '出资人', '投资人', '合伙人', '董事', '董事长', '执行董事', '经理', 'owner', 'director', 'shareholder', 'partner',
        'legal representative', 'legal_representative')
    AND (status IS NULL OR status NOT IN ('注销', '吊销', '已注销', '已吊销', '吊销未注销', '清算', 'cancelled', 'canceled', 'revoked', 'dissolved', 'closed', 'liquidated'))
    AND capital > 50000;
INSERT INTO found
SELECT 'custody', p.household_id, p.person_id, round(amount / persons, 2), CAST(c."from" AS VARCHAR(20))
FROM (SELECT :key(id_number) AS k, "from", "to"
    FROM custody WHERE "from" <= :day AND ("to" IS NULL OR "to" >= :day)) AS c
JOIN p ON p.k = c.k JOIN h ON h.household_id = p.household_id;
INSERT INTO found
SELECT 'property', q.household_id, NULL, max(amount), CAST(count(*) AS VARCHAR(20))
FROM (SELECT DISTINCT u.household_id, title_no
    FROM (SELECT :key(id_number) AS k, title_no
        FROM properties
        WHERE use LIKE '%住%' OR lower(use) IN ('residential', 'residence', 'dwelling', 'home', 'house', 'housing', 'apartment')) AS d
    JOIN (SELECT DISTINCT household_id, k FROM p) AS u ON u.k = d.k) AS q
JOIN h ON h.household_id = q.household_id
GROUP BY q.household_id HAVING count(*) >= 2;
INSERT INTO found
SELECT 'income', household_id, NULL, amount, CAST(income AS VARCHAR(20)) FROM m WHERE income > 0 AND round(income / persons, 2) > standard;
INSERT INTO found
SELECT 'amount', household_id, NULL, greatest(amount - greatest(standard * persons - income, 0), 0), CAST(amount AS VARCHAR(20))
FROM m WHERE round(income / persons, 2) <= standard AND abs(amount - greatest(standard * persons - income, 0)) > 1;
INSERT INTO found
SELECT 'twice', p.household_id, p.person_id,
    CASE WHEN row_number() OVER (PARTITION BY p.k ORDER BY p.approved_on NULLS FIRST, p.household_id) = 1 THEN 0 ELSE round(amount / persons, 2) END,
    CAST(places AS VARCHAR(20))
FROM p
JOIN (SELECT k, count(DISTINCT household_id) AS households, count(DISTINCT coalesce(township, '') || '/' || coalesce(village, '')) AS places,
        count(DISTINCT coalesce(name, '')) AS names
    FROM p GROUP BY k HAVING count(*) > 1) AS r ON r.k = p.k
JOIN h ON h.household_id = p.household_id
WHERE households > 1 AND names = 1;
INSERT INTO found
SELECT 'identity', p.household_id, p.person_id, round(amount / persons, 2), id_number
FROM (
    SELECT *, CASE WHEN id_number SIMILAR TO '[0-9]{17}[0-9X]' THEN
        (CAST(substr(id_number, 1, 1) AS INTEGER) * 7 + CAST(substr(id_number, 2, 1) AS INTEGER) * 9 + CAST(substr(id_number, 3, 1) AS INTEGER) * 10
        + CAST(substr(id_number, 4, 1) AS INTEGER) * 5 + CAST(substr(id_number, 5, 1) AS INTEGER) * 8 + CAST(substr(id_number, 6, 1) AS INTEGER) * 4
        + CAST(substr(id_number, 7, 1) AS INTEGER) * 2 + CAST(substr(id_number, 8, 1) AS INTEGER) * 1 + CAST(substr(id_number, 9, 1) AS INTEGER) * 6
        + CAST(substr(id_number, 10, 1) AS INTEGER) * 3 + CAST(substr(id_number, 11, 1) AS INTEGER) * 7 + CAST(substr(id_number, 12, 1) AS INTEGER) * 9
        + CAST(substr(id_number, 13, 1) AS INTEGER) * 10 + CAST(substr(id_number, 14, 1) AS INTEGER) * 5 + CAST(substr(id_number, 15, 1) AS INTEGER) * 8
        + CAST(substr(id_number, 16, 1) AS INTEGER) * 4 + CAST(substr(id_number, 17, 1) AS INTEGER) * 2) % 11 END AS remainder
    FROM p) AS p
JOIN h ON h.household_id = p.household_id
LEFT JOIN (SELECT k, count(DISTINCT name) AS names, count(*) - count(DISTINCT household_id) AS repeats FROM p GROUP BY k HAVING count(*) > 1) AS s ON s.k = p.k
WHERE id_number NOT SIMILAR TO '[0-9]{17}[0-9X]|[0-9]{15}'
    OR substr('10X98765432', CAST(remainder AS INTEGER) + 1, 1) <> substr(id_number, 18, 1)
    OR (length(id_number) = 18 AND (substr(id_number, 7, 4) NOT BETWEEN '1880' AND '2026' OR substr(id_number, 11, 2) NOT BETWEEN '01' AND '12'
        OR substr(id_number, 13, 2) NOT BETWEEN '01' AND '31'))
    OR substr(id_number, 1, 2) NOT IN ('11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44',
        '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83')
    OR names > 1 OR repeats > 0;
INSERT INTO found
SELECT 'relative', p.household_id, p.person_id, amount, o.post
FROM (SELECT id_number AS official, relative_id_number AS relative FROM relatives
    UNION SELECT relative_id_number, id_number FROM relatives
    UNION SELECT id_number, id_number FROM officials) AS kin
JOIN officials o ON o.id_number = kin.official
JOIN p ON p.k = :key(kin.relative)
    AND (p.approved_by = o.id_number OR p.approved_by = o.post)
JOIN h ON h.household_id = p.household_id
LEFT JOIN declarations d ON d.household_id = p.household_id AND d.official_id_number = o.id_number
WHERE d.household_id IS NULL;
