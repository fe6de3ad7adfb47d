-- A welfare roster with its registers and the truth about it, out of a seed. Every draw is a hash of the seed, so any part can
-- be made again alone. Region codes 42998x and 42999x belong to no place: no number here is anybody's.

CREATE OR REPLACE TEMP MACRO draw(i, what) AS (hash(getvariable('seed'), i, what) % 1000003) / 1000003.0::DOUBLE;

CREATE OR REPLACE TEMP MACRO choose(names, i, what) AS names[1 + (hash(getvariable('seed'), i, what) % 1000003 % len(names))::BIGINT];

CREATE OR REPLACE TEMP MACRO identity_place(i) AS ((i + 1) * 388110407) % 599400000;

-- The i-th identity number without its check character: 20 regions, 30,000 days from 1931 on, 999 a day, in scattered order.
CREATE OR REPLACE TEMP MACRO identity_body_of(i) AS (
    (429980 + identity_place(i) % 20)::VARCHAR
    || strftime(DATE '1931-01-01' + ((identity_place(i) // 20) % 30000)::INTEGER, '%Y%m%d')
    || lpad((1 + identity_place(i) // 600000)::VARCHAR, 3, '0'));

CREATE OR REPLACE TEMP MACRO identity_of(body) AS body || substr('0123456789X', identity_check(body::BIGINT) + 1, 1);

-- As it was written before 1999: no century, no check character.
CREATE OR REPLACE TEMP MACRO old_identity_of(body) AS left(body, 6) || substr(body, 9);

CREATE OR REPLACE TEMP MACRO name_of(i) AS
    choose(['赵', '钱', '孙', '李', '周', '吴', '郑', '王', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨'], i, 'surname')
    || choose(['青', '禾', '雨', '石', '松', '柏', '春', '秋', '山', '河', '云', '月', '晨', '光', '兰', '竹'], i, 'first')
    || choose(['生', '明', '华', '平', '安', '和', '顺', '宁', '康', '泰', '丰', '实', '', '田', '根', '林'], i, 'second');

CREATE OR REPLACE TEMP TABLE place AS
SELECT
    n, township, township || choose(['上', '下', '东', '西', '南', '北', '前', '后', '中', '新'], n, 'side')
        || choose(['湾', '岗', '塘', '坪', '桥', '店', '畈', '冲'], n, 'land') || (n // 16 + 1)::VARCHAR || '村' AS village,
    n % 16 < 2 AS urban
FROM (
    SELECT range AS n, ['青禾街道', '石桥街道', '松岭镇', '白沙镇', '柳河镇', '云岗镇', '竹溪镇', '枫店镇', '南屏镇', '双泉镇',
        '古渡乡', '桐坪乡', '杏湾乡', '梅畈乡', '银滩乡', '牛首乡'][1 + range % 16] AS township
    FROM range(190));

CREATE OR REPLACE TEMP TABLE official AS
SELECT official.n, identity_of(official.body) AS id_number, '民政办主任' || (official.n + 1)::VARCHAR AS post, place.township AS body
FROM (SELECT range AS n, identity_body_of(400000000 + range) AS body FROM range(32)) AS official JOIN place ON place.n = official.n % 16;

CREATE OR REPLACE TEMP TABLE home AS
SELECT
    h, 'H' || lpad(h::VARCHAR, 8, '0') AS household_id, size, first, place.township, place.village, urban,
    CASE WHEN urban THEN 2 * getvariable('standard') ELSE getvariable('standard') END AS standard,
    (getvariable('checked_on') - (40 + 2000 * draw(h, 'approved'))::INTEGER)::DATE AS approved_on,
    (place.n % 16 + 16 * (draw(h, 'official') < 0.5)::INTEGER) AS official,
    draw(h, 'income') < 0.028 * getvariable('wrong') AS rich,
    draw(h, 'vehicle') < 0.022 * getvariable('wrong') AS drives,
    draw(h, 'property') < 0.014 * getvariable('wrong') AS second_home,
    draw(h, 'company') < 0.007 * getvariable('wrong') AS owner,
    draw(h, 'relative') < 0.004 * getvariable('wrong') AS kin,
    draw(h, 'amount') < 0.012 * getvariable('wrong') AS wrong_amount
FROM (
    SELECT h, size, sum(size) OVER (ORDER BY h) - size AS first
    FROM (
        SELECT range AS h, CASE WHEN draw(range, 'size') < getvariable('alone') THEN 1
            WHEN draw(range, 'size') < 0.85 + (getvariable('alone') - 0.62) * 0.39 THEN 2
            WHEN draw(range, 'size') < 0.95 + (getvariable('alone') - 0.62) * 0.13 THEN 3 ELSE 4 END AS size
        FROM range(getvariable('persons'))))
JOIN place ON place.n = hash(getvariable('seed'), h, 'place') % 190
WHERE first < getvariable('persons');

CREATE OR REPLACE TEMP TABLE member AS
SELECT
    i, h, position, household_id, 'P' || lpad(i::VARCHAR, 9, '0') AS person_id, body, identity_of(body) AS id_number, name_of(i) AS name,
    draw(i, 'death') < 0.016 * getvariable('wrong') AS dead,
    draw(i, 'custody') < 0.003 * getvariable('wrong') AS held,
    draw(i, 'twice') < 0.004 * getvariable('wrong') AS twice,
    draw(i, 'malformed') < 0.004 * getvariable('wrong') AS malformed,
    draw(i, 'shared') < 0.001 * getvariable('wrong') AS shared,
    draw(i, 'old') < 0.02 AND substr(body, 7, 2) = '19' AS old,
    CASE WHEN draw(i, 'earns') < 0.25 THEN floor(draw(i, 'earned') * 0.8 * standard) ELSE 0 END AS wages,
    CASE WHEN draw(i, 'draws') BETWEEN 0.25 AND 0.5 THEN floor(draw(i, 'drawn') * 0.8 * standard) ELSE 0 END AS pension
FROM (
    SELECT *, identity_body_of(i) AS body
    FROM (SELECT *, first + position AS i FROM (SELECT home.*, unnest(range(size)) AS position FROM home)))
WHERE i < getvariable('persons');

-- One income a person, and none where a number is wrong, shared or listed twice: what a household is due stays certain.
UPDATE member SET pension = 0 WHERE wages > 0;

UPDATE member SET wages = 0, pension = 0
WHERE twice OR malformed OR shared OR i IN (SELECT i - 40 FROM member WHERE shared);

CREATE OR REPLACE TEMP TABLE listed AS
SELECT member.i, member.h, member.household_id, member.person_id, member.name, member.position,
    CASE
        WHEN member.malformed THEN CASE hash(getvariable('seed'), member.i, 'fault') % 3
            WHEN 0 THEN left(member.id_number, 17)
                || substr('0123456789X', (identity_check(member.body::BIGINT) + 1 + hash(member.i) % 10)::BIGINT % 11 + 1, 1)
            WHEN 1 THEN left(member.id_number, 16)
            ELSE left(member.id_number, 10) || '13' || substr(member.id_number, 13) END
        WHEN member.shared AND other.i IS NOT NULL THEN other.id_number
        WHEN member.old THEN old_identity_of(member.body)
        ELSE member.id_number
    END AS id_number
FROM member LEFT JOIN member AS other ON other.i = member.i - 40
UNION ALL
-- Listed a second time, elsewhere, half of them under the old number's form.
SELECT member.i, home.h, home.household_id, 'D' || lpad(member.i::VARCHAR, 9, '0'), member.name, 9,
    CASE WHEN draw(member.i, 'form') < 0.5 AND substr(body, 7, 2) = '19' AND NOT old THEN old_identity_of(body) ELSE id_number END
FROM (
    SELECT *, ((h + 1 + hash(getvariable('seed'), i, 'elsewhere') % 50) % (SELECT count(*) FROM home))::BIGINT AS elsewhere
    FROM member
    WHERE twice AND NOT malformed AND NOT shared) AS member
JOIN home ON home.h = member.elsewhere
WHERE home.h <> member.h;

CREATE OR REPLACE TEMP TABLE declared AS
SELECT listed.h, any_value(home.standard) AS standard,
    any_value(home.standard) * count(*) - sum(wages) - sum(pension) AS due,
    count(*) AS persons
FROM listed JOIN member ON member.i = listed.i JOIN home ON home.h = listed.h
GROUP BY ALL;

CREATE OR REPLACE TEMP MACRO day_before(i, what, least_days, most_days) AS
    (getvariable('checked_on') - (least_days + draw(i, what) * (most_days - least_days))::INTEGER)::DATE;

-- One record in a hundred about those who should not be on the roster is missing; a few about the others are wrong.
CREATE OR REPLACE TEMP MACRO recorded(i, what) AS draw(i, what || ' recorded') >= 0.01;

CREATE OR REPLACE TEMP TABLE outsider AS
SELECT i, identity_of(body) AS id_number
FROM (SELECT i, identity_body_of(i) AS body FROM (SELECT 200000000 + range AS i FROM range(getvariable('persons'))));

CREATE OR REPLACE TEMP TABLE head AS SELECT home.*, i, id_number FROM home JOIN member ON member.i = home.first;

CREATE OR REPLACE TEMP TABLE roster AS
SELECT
    listed.household_id, listed.person_id, listed.id_number, listed.name,
    CASE position WHEN 0 THEN '户主' WHEN 1 THEN '配偶' ELSE '子女' END AS relation,
    home.township, home.village, home.approved_on, official.id_number AS approved_by,
    (declared.due + CASE WHEN wrong_amount AND NOT rich THEN 30 + floor(120 * draw(home.h, 'wrong by')) ELSE 0 END)::DECIMAL(18, 2) AS monthly_amount
FROM listed JOIN home USING (h) JOIN declared ON declared.h = home.h JOIN official ON official.n = home.official
ORDER BY listed.household_id, position, listed.person_id;

CREATE OR REPLACE TEMP TABLE deaths AS
SELECT id_number, day_before(i, 'died', 32, 900) AS died_on FROM member WHERE dead AND recorded(i, 'death')
UNION ALL
SELECT id_number, getvariable('checked_on') + (1 + 30 * draw(i, 'dies'))::INTEGER FROM member WHERE NOT dead AND draw(i, 'dies soon') < 0.002
UNION ALL
SELECT id_number, day_before(i, 'said dead', 32, 900) FROM member WHERE NOT dead AND draw(i, 'said dead') < 0.0002
UNION ALL
SELECT id_number, day_before(i, 'died', 1, 3000) FROM outsider WHERE draw(i, 'death') < 0.05;

CREATE OR REPLACE TEMP MACRO plate_of(i) AS '华Q' || upper(lpad(to_base((hash(getvariable('seed'), i, 'plate') % 60466176)::BIGINT, 36), 5, '0'));

CREATE OR REPLACE TEMP TABLE vehicles AS
SELECT id_number, plate_of(i) AS plate,
    choose(['小型轿车', '小型普通客车', '轿车', '重型货车', '普通二轮摩托车'], i, 'kind') AS kind,
    (12000 + floor(90000 * draw(i, 'worth')))::DECIMAL(18, 2) AS value, day_before(i, 'registered', 30, 3000) AS registered_on, NULL::DATE AS scrapped_on
FROM head WHERE drives AND recorded(i, 'vehicle')
UNION ALL
SELECT id_number, plate_of(-i), '普通二轮摩托车', (1000 + floor(8000 * draw(i, 'motorcycle worth')))::DECIMAL(18, 2), day_before(i, 'registered', 30, 3000), NULL
FROM head WHERE NOT drives AND draw(i, 'motorcycle') < 0.12
UNION ALL
SELECT id_number, plate_of(-i), '小型轿车', 30000, day_before(i, 'registered', 2000, 6000), day_before(i, 'scrapped', 1, 1500)
FROM head WHERE NOT drives AND draw(i, 'scrapped car') < 0.02
UNION ALL
SELECT id_number, plate_of(-i), '残疾人专用车', 18000, day_before(i, 'registered', 30, 3000), NULL
FROM head WHERE NOT drives AND draw(i, 'chair') < 0.01
UNION ALL
SELECT id_number, plate_of(-i), '小型轿车', 40000, day_before(i, 'registered', 2000, 6000), NULL
FROM head WHERE NOT drives AND draw(i, 'sold car') < 0.0003
UNION ALL
SELECT id_number, plate_of(i), choose(['小型轿车', '小型普通客车', '普通二轮摩托车'], i, 'kind'), 50000, day_before(i, 'registered', 30, 3000), NULL
FROM outsider WHERE draw(i, 'vehicle') < 0.3;

CREATE OR REPLACE TEMP TABLE properties AS
SELECT id_number, 'F' || i::VARCHAR AS title_no, '住宅' AS use, (40 + floor(60 * draw(i, 'area')))::DECIMAL(18, 2) AS area_m2, '1' AS share
FROM head WHERE second_home OR (draw(i, 'home') < 0.7 AND i NOT IN (SELECT i FROM member WHERE twice))
UNION ALL
SELECT id_number, 'G' || i::VARCHAR, '成套住宅', (60 + floor(80 * draw(i, 'second area')))::DECIMAL(18, 2), CASE WHEN draw(i, 'half') < 0.3 THEN '1/2' ELSE '1' END
FROM head WHERE second_home AND recorded(i, 'property')
UNION ALL
SELECT id_number, 'K' || i::VARCHAR, choose(['车库', '商业', '仓储'], i, 'use'), 18, '1'
FROM head WHERE NOT second_home AND draw(i, 'garage') < 0.04
UNION ALL
SELECT id_number, 'F' || i::VARCHAR, '住宅', 90, '1' FROM outsider WHERE draw(i, 'home') < 0.4;

CREATE OR REPLACE TEMP MACRO code_of(i) AS '91429980MA' || lpad(upper(to_base((hash(getvariable('seed'), i, 'code') % 2821109907456)::BIGINT, 36)), 8, '0');

CREATE OR REPLACE TEMP TABLE payroll AS
SELECT id_number, code_of(i) AS employer_code, wages::DECIMAL(18, 2) AS monthly_pay, day_before(i, 'hired', 60, 2000) AS "from", NULL::DATE AS "to"
FROM member WHERE wages > 0
UNION ALL
SELECT id_number, code_of(i), ceil(standard * (size + 2) * (1.1 + draw(i, 'pay')))::DECIMAL(18, 2), day_before(i, 'hired well', 60, 1000), NULL
FROM head WHERE rich AND recorded(i, 'payroll')
UNION ALL
SELECT id_number, code_of(i), 2400, day_before(i, 'hired once', 900, 2000), day_before(i, 'left', 5, 800)
FROM head WHERE draw(i, 'left work') < 0.05
UNION ALL
SELECT id_number, code_of(i), (1500 + floor(4000 * draw(i, 'pay')))::DECIMAL(18, 2), day_before(i, 'hired', 60, 3000), NULL
FROM outsider WHERE draw(i, 'payroll') < 0.4;

CREATE OR REPLACE TEMP TABLE pensions AS
SELECT id_number, pension::DECIMAL(18, 2) AS monthly_amount, day_before(i, 'retired', 60, 3000) AS "from", NULL::DATE AS "to"
FROM member WHERE pension > 0
UNION ALL
SELECT id_number, 800, day_before(i, 'retired', 60, 3000), NULL FROM outsider WHERE draw(i, 'pension') < 0.2;

CREATE OR REPLACE TEMP TABLE companies AS
SELECT id_number, code_of(-i) AS credit_code, choose(['法定代表人', '股东', '董事', '执行董事'], i, 'role') AS role,
    (100000 * (1 + floor(20 * draw(i, 'capital'))))::DECIMAL(18, 2) AS capital, '存续' AS status
FROM head WHERE owner AND recorded(i, 'company')
UNION ALL
SELECT id_number, code_of(-i), '法定代表人', 1000000, choose(['注销', '吊销'], i, 'ended') FROM head WHERE NOT owner AND draw(i, 'old company') < 0.01
UNION ALL
SELECT id_number, code_of(-i), '股东', (1000 * (1 + floor(49 * draw(i, 'small'))))::DECIMAL(18, 2), '存续' FROM head WHERE NOT owner AND draw(i, 'small company') < 0.015
UNION ALL
SELECT id_number, code_of(-i), '股东', 500000, '存续' FROM outsider WHERE draw(i, 'company') < 0.05;

CREATE OR REPLACE TEMP TABLE custody AS
SELECT id_number, day_before(i, 'held', 10, 500) AS "from",
    CASE WHEN draw(i, 'sentence') < 0.5 THEN getvariable('checked_on') + (1 + 900 * draw(i, 'until'))::INTEGER END AS "to"
FROM member WHERE held AND recorded(i, 'custody')
UNION ALL
SELECT id_number, day_before(i, 'held once', 400, 3000), day_before(i, 'freed', 1, 390) FROM member WHERE NOT held AND draw(i, 'freed') < 0.004
UNION ALL
SELECT id_number, day_before(i, 'held', 1, 900), NULL FROM outsider WHERE draw(i, 'custody') < 0.004;

CREATE OR REPLACE TEMP TABLE officials AS SELECT id_number, post, body FROM official;

CREATE OR REPLACE TEMP TABLE relatives AS
SELECT official.id_number, head.id_number AS relative_id_number, choose(['父子', '兄弟', '姐妹', '母女', '翁婿'], i, 'relation') AS relation
FROM head JOIN official ON official.n = head.official WHERE kin OR draw(i, 'declared') < 0.004
UNION ALL
SELECT official.id_number, head.id_number, '兄弟'
FROM head JOIN official ON official.n = (head.official + 7) % 32 WHERE NOT kin AND draw(i, 'other kin') < 0.004;

CREATE OR REPLACE TEMP TABLE declarations AS
SELECT household_id, official.id_number AS official_id_number, approved_on - 3 AS declared_on
FROM head JOIN official ON official.n = head.official WHERE NOT kin AND draw(i, 'declared') < 0.004;

CREATE OR REPLACE TEMP TABLE standards AS
SELECT area, "from", "to", monthly_per_person::DECIMAL(18, 2) AS monthly_per_person
FROM (VALUES
    ('*', DATE '2000-01-01', (getvariable('checked_on') - 300)::DATE, getvariable('standard') - 30), ('*', (getvariable('checked_on') - 300)::DATE, NULL, getvariable('standard')),
    ('青禾街道', DATE '2000-01-01', (getvariable('checked_on') - 300)::DATE, 2 * getvariable('standard') - 40), ('青禾街道', (getvariable('checked_on') - 300)::DATE, NULL, 2 * getvariable('standard')),
    ('石桥街道', DATE '2000-01-01', (getvariable('checked_on') - 300)::DATE, 2 * getvariable('standard') - 40), ('石桥街道', (getvariable('checked_on') - 300)::DATE, NULL, 2 * getvariable('standard'))
) AS t (area, "from", "to", monthly_per_person);

CREATE OR REPLACE TEMP TABLE period AS SELECT getvariable('checked_on') AS checked_on;

CREATE OR REPLACE TEMP TABLE truth AS
SELECT 'welfare-death' AS check_id, listed.household_id, listed.person_id FROM listed JOIN member USING (i) WHERE dead
UNION ALL SELECT 'welfare-custody', listed.household_id, listed.person_id FROM listed JOIN member USING (i) WHERE held
UNION ALL SELECT 'welfare-twice', listed.household_id, listed.person_id FROM listed WHERE i IN (SELECT i FROM listed GROUP BY i HAVING count(*) > 1)
UNION ALL SELECT 'welfare-identity', listed.household_id, listed.person_id FROM listed JOIN member USING (i) WHERE malformed OR (shared AND i >= 40)
UNION ALL SELECT 'welfare-identity', listed.household_id, listed.person_id FROM listed WHERE i IN (SELECT i - 40 FROM member WHERE shared AND i >= 40 AND NOT malformed)
    AND i NOT IN (SELECT i FROM member WHERE malformed OR shared)
UNION ALL SELECT 'welfare-income', household_id, NULL FROM home WHERE rich
UNION ALL SELECT 'welfare-vehicle', household_id, NULL FROM home WHERE drives
UNION ALL SELECT 'welfare-property', household_id, NULL FROM home WHERE second_home
UNION ALL SELECT 'welfare-company', household_id, NULL FROM home WHERE owner
UNION ALL SELECT 'welfare-relative', household_id, NULL FROM home WHERE kin
UNION ALL SELECT 'welfare-amount', household_id, NULL FROM home WHERE wrong_amount AND NOT rich
