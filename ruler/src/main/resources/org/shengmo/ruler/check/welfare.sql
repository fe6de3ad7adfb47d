-- A welfare roster and its registers, keyed by person. The day that everything is measured on is the variable checked_on.

CREATE OR REPLACE TEMP MACRO in_force("start", "end") AS
    coalesce("start" <= getvariable('checked_on'), true) AND coalesce("end" >= getvariable('checked_on'), true);

CREATE OR REPLACE TEMP TABLE person AS
SELECT household_id, person_id, id_number, name, township, village, approved_on, approved_by, monthly_amount,
    identity_text, identity_digits, identity_key_of(identity_text, identity_digits) AS key
FROM (SELECT *, identity_body(identity_text) AS identity_digits FROM (SELECT *, plain_identity(id_number) AS identity_text FROM roster));

-- Few numbers stand twice; to look closer at those alone costs a tenth of counting everybody's households and names.
CREATE OR REPLACE TEMP TABLE repeated_key AS SELECT key FROM person GROUP BY key HAVING count(*) > 1;

CREATE OR REPLACE TEMP TABLE household AS
SELECT
    household_id, any_value(township) AS township, any_value(village) AS village, min(approved_on) AS approved_on,
    max(monthly_amount) AS amount, count(*) AS persons, round(max(monthly_amount) / count(*), 2)::DECIMAL(18, 2) AS share
FROM person
GROUP BY household_id;

-- The standard in force for the village, else its township, else the district ('*' or nothing).
CREATE OR REPLACE TEMP VIEW standard AS
SELECT household_id, max_by(monthly_per_person, (rank, coalesce("from", DATE '1900-01-01'))) AS standard
FROM (
    SELECT household_id, monthly_per_person, "from",
        CASE WHEN area = village THEN 3 WHEN area = township THEN 2 WHEN area IS NULL OR area = '*' THEN 1 END AS rank
    FROM (SELECT household_id, township, village FROM household)
    JOIN standards ON (area IS NULL OR area = '*' OR area = village OR area = township)
        AND coalesce("from" <= getvariable('checked_on'), true) AND coalesce("to" > getvariable('checked_on'), true))
GROUP BY household_id;

-- What the household's members earn and draw a month, by the registers at hand.
CREATE OR REPLACE TEMP VIEW income AS
SELECT household_id, sum(pay)::DECIMAL(18, 2) AS income, sum(pay) FILTER (source = 'payroll')::DECIMAL(18, 2) AS wages,
    sum(pay) FILTER (source = 'pension')::DECIMAL(18, 2) AS pensions
FROM (
    SELECT key, monthly_pay AS pay, 'payroll' AS source FROM keyed('payroll') WHERE in_force("from", "to")
    UNION ALL
    SELECT key, monthly_amount, 'pension' FROM keyed('pensions') WHERE in_force("from", "to"))
JOIN (SELECT DISTINCT household_id, key FROM person) USING (key)
GROUP BY household_id;

CREATE OR REPLACE TEMP TABLE means AS
SELECT
    household.*, coalesce(income, 0)::DECIMAL(18, 2) AS income, coalesce(wages, 0)::DECIMAL(18, 2) AS wages,
    coalesce(pensions, 0)::DECIMAL(18, 2) AS pensions, standard,
    round(coalesce(income, 0) / persons, 2)::DECIMAL(18, 2) AS income_per_head
FROM household LEFT JOIN income USING (household_id) LEFT JOIN standard USING (household_id);
