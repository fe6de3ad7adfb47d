-- Identity numbers (GB 11643-1999), 18 digits and the 15 of before 1999.

-- GB 11643: the 17 digits before the check character, weighted and summed.
CREATE OR REPLACE TEMP MACRO identity_sum(n) AS
    (n // 10000000000000000) % 10 * 7 + (n // 1000000000000000) % 10 * 9 + (n // 100000000000000) % 10 * 10
    + (n // 10000000000000) % 10 * 5 + (n // 1000000000000) % 10 * 8 + (n // 100000000000) % 10 * 4
    + (n // 10000000000) % 10 * 2 + (n // 1000000000) % 10 * 1 + (n // 100000000) % 10 * 6
    + (n // 10000000) % 10 * 3 + (n // 1000000) % 10 * 7 + (n // 100000) % 10 * 9 + (n // 10000) % 10 * 10
    + (n // 1000) % 10 * 5 + (n // 100) % 10 * 8 + (n // 10) % 10 * 4 + n % 10 * 2;

-- The check character as a number, X being 10.
CREATE OR REPLACE TEMP MACRO identity_check(n) AS (12 - identity_sum(n) % 11) % 11;

CREATE OR REPLACE TEMP MACRO plain_identity(value) AS
    upper(replace(
        CASE WHEN strlen(value) <> length(value) THEN translate(value, '０１２３４５６７８９ＸxＸ　', '0123456789XXX ') ELSE value END,
        ' ', ''));

CREATE OR REPLACE TEMP MACRO identity_body(plain) AS
    CASE length(plain)
        WHEN 18 THEN CASE WHEN try_cast(left(plain, 17) AS BIGINT) >= 10000000000000000 THEN try_cast(left(plain, 17) AS BIGINT) END
        WHEN 15 THEN CASE WHEN try_cast(plain AS BIGINT) >= 100000000000000
                          THEN try_cast(left(plain, 6) || '19' || right(plain, 9) AS BIGINT) END
    END;

-- Of a number's plain text and its body; X is 10.
CREATE OR REPLACE TEMP MACRO identity_last(plain, body) AS
    CASE WHEN length(plain) = 15 THEN identity_check(body)
         WHEN right(plain, 1) = 'X' THEN 10
         ELSE try_cast(right(plain, 1) AS BIGINT) END;

-- One number a person: a 15-digit number and its 18-digit successor are the same; what isn't an identity number is itself.
CREATE OR REPLACE TEMP MACRO identity_key_of(plain, body) AS
    coalesce(body * 11 + identity_last(plain, body), -1 - (hash(plain) >> 2)::BIGINT);

-- Of 18 digits and of 15 the nine that both have at the end but for the check character, read without minding them: whoever has one key
-- has one mark, and few others have it.
CREATE OR REPLACE TEMP MACRO plain_mark(plain) AS
    CASE length(plain) WHEN 18 THEN substr(plain, 9, 9) WHEN 15 THEN right(plain, 9) ELSE plain END;

CREATE OR REPLACE TEMP MACRO person_mark(value) AS
    (hash(CASE WHEN strlen(value) = 18 AND length(value) = 18 AND NOT contains(value, ' ') THEN substr(value, 9, 9)
        ELSE plain_mark(plain_identity(value)) END) >> 32)::UINTEGER;

CREATE OR REPLACE TEMP MACRO household_mark(value) AS (hash(value) >> 32)::UINTEGER;

-- For a few rows; many are keyed by the table macro below, which reads each number once.
CREATE OR REPLACE TEMP MACRO identity_key(value) AS
    list_transform([plain_identity(value)], lambda plain: list_transform([identity_body(plain)],
        lambda body: identity_key_of(plain, body))[1])[1];

CREATE OR REPLACE TEMP MACRO keyed(register) AS TABLE
    SELECT * EXCLUDE (identity_text, identity_digits), identity_key_of(identity_text, identity_digits) AS key
    FROM (
        SELECT *, identity_body(identity_text) AS identity_digits
        FROM (SELECT *, plain_identity(id_number) AS identity_text FROM query_table(register)));
