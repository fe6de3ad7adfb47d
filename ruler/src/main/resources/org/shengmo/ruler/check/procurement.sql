-- OCDS 1.1 compiled releases, one a line, as rows of plain values. A value of another JSON type than the standard asks for
-- counts as absent. Settings come as variables.
CREATE OR REPLACE TEMP MACRO text_of(leaf) AS CASE WHEN json_type(leaf) = 'VARCHAR' THEN leaf ->> '$' END;

CREATE OR REPLACE TEMP MACRO number_of(leaf) AS
    CASE WHEN json_type(leaf) IN ('UBIGINT', 'BIGINT', 'DOUBLE', 'HUGEINT', 'UHUGEINT') THEN CAST(leaf AS DOUBLE) END;

CREATE OR REPLACE TEMP MACRO identifier_of(leaf) AS
    CASE
        WHEN json_type(leaf) = 'VARCHAR' THEN leaf ->> '$'
        WHEN getvariable('party_key') <> 'id' AND json_type(leaf) IN ('UBIGINT', 'BIGINT') THEN CAST(leaf AS VARCHAR)
    END;

-- RFC 3339, as moments; anything looser is not a date here.
CREATE OR REPLACE TEMP MACRO moment_of(value) AS
    CASE WHEN regexp_full_match(value, '\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)')
         THEN try_cast(upper(value) AS TIMESTAMPTZ) END;

-- The same company under several ids: its registered identifier, or its name without spaces, width and case.
CREATE OR REPLACE TEMP MACRO plain_name(value) AS nullif(lower(regexp_replace(nfc_normalize(value), '[\s　]+', '', 'g')), '');

CREATE OR REPLACE TEMP MACRO listed_identifier(parties, reference) AS
    list_filter(
        list_transform(
            list_filter(parties, lambda listed: identifier_of(listed.id) = reference),
            lambda listed: text_of(listed.identifier.scheme) || ':' || identifier_of(listed.identifier.id)),
        lambda key: key IS NOT NULL)[1];

CREATE OR REPLACE TEMP MACRO listed_name(parties, reference) AS
    list_filter(
        list_transform(
            list_filter(parties, lambda listed: identifier_of(listed.id) = reference),
            lambda listed: plain_name(text_of(listed.name))),
        lambda key: key IS NOT NULL)[1];

CREATE OR REPLACE TEMP MACRO party_of(parties, reference) AS
    CASE getvariable('party_key')
        WHEN 'identifier' THEN coalesce(
            listed_identifier(parties, identifier_of(reference.id)), identifier_of(reference.id))
        WHEN 'name' THEN coalesce(
            plain_name(text_of(reference.name)),
            listed_name(parties, identifier_of(reference.id)),
            identifier_of(reference.id))
        ELSE identifier_of(reference.id)
    END;

-- The lots a bid or award is about; the whole procedure is lot ''.
CREATE OR REPLACE TEMP MACRO lots_of(related) AS
    CASE
        WHEN NOT getvariable('lots') OR related IS NULL OR len(related) = 0 THEN ['']
        ELSE list_distinct(list_transform(related, lambda lot: coalesce(lot ->> '$', '')))
    END;

CREATE OR REPLACE TEMP TABLE ocds_parsed AS
SELECT line, json_transform(CASE WHEN readable THEN text END, '{
    "ocid": "JSON", "date": "JSON",
    "buyer": {"id": "JSON", "name": "JSON"},
    "parties": [{"id": "JSON", "name": "JSON", "identifier": {"scheme": "JSON", "id": "JSON"}}],
    "tender": {
        "status": "JSON", "procurementMethod": "JSON", "procurementMethodDetails": "JSON",
        "mainProcurementCategory": "JSON", "numberOfTenderers": "JSON",
        "value": {"amount": "JSON", "currency": "JSON"},
        "tenderPeriod": {"startDate": "JSON", "endDate": "JSON"},
        "procuringEntity": {"id": "JSON", "name": "JSON"}},
    "bids": {"details": [{
        "status": "JSON", "date": "JSON", "value": {"amount": "JSON", "currency": "JSON"},
        "tenderers": [{"id": "JSON", "name": "JSON"}], "relatedLots": ["JSON"]}]},
    "awards": [{
        "id": "JSON", "status": "JSON", "date": "JSON", "value": {"amount": "JSON", "currency": "JSON"},
        "suppliers": [{"id": "JSON", "name": "JSON"}], "items": [{"classification": {"id": "JSON"}}],
        "relatedLots": ["JSON"]}],
    "contracts": [{
        "id": "JSON", "awardID": "JSON", "status": "JSON", "dateSigned": "JSON",
        "value": {"amount": "JSON", "currency": "JSON"}}]
    }') AS release,
    CASE WHEN NOT readable THEN left(text, 1000) END AS unreadable
FROM (SELECT *, starts_with(ltrim(text), '{') AND json_valid(text) AS readable FROM ocds_line WHERE trim(text) <> '');

DROP TABLE ocds_line;

INSERT INTO put_aside
SELECT name, line - lines_before, 'not a JSON object', unreadable
FROM ocds_parsed ASOF JOIN ocds_file ON line > lines_before
WHERE unreadable IS NOT NULL;

CREATE OR REPLACE TEMP TABLE ocds_intake AS SELECT count(*) AS releases FROM ocds_parsed WHERE unreadable IS NULL;

CREATE OR REPLACE TEMP TABLE ocds_release AS
SELECT * FROM (
    SELECT
        line,
        text_of(release.ocid) AS ocid,
        text_of(release.date) AS release_date,
        text_of(release.tender.status) AS tender_status,
        text_of(release.tender.procurementMethod) AS method,
        text_of(release.tender.procurementMethodDetails) AS method_details,
        text_of(release.tender.mainProcurementCategory) AS category,
        CASE WHEN json_type(release.tender.numberOfTenderers) = 'UBIGINT'
             THEN try_cast(release.tender.numberOfTenderers AS UBIGINT) END AS number_of_tenderers,
        number_of(release.tender.value.amount) AS tender_amount,
        text_of(release.tender.value.currency) AS tender_currency,
        text_of(release.tender.tenderPeriod.startDate) AS tender_start,
        text_of(release.tender.tenderPeriod.endDate) AS tender_end,
        party_of(release.parties, release.buyer) AS buyer,
        party_of(release.parties, release.tender.procuringEntity) AS procuring_entity,
        release.awards IS NOT NULL AS has_awards,
        release.bids.details IS NOT NULL AS has_bids,
        len(list_filter(release.awards, lambda award: text_of(award.status) NOT IN ('active', 'cancelled', 'unsuccessful'))) = 0
            AS awards_final
    FROM ocds_parsed)
WHERE ocid IS NOT NULL
  AND tender_status IS DISTINCT FROM 'cancelled'
  AND (method_details IS NULL OR NOT list_contains(getvariable('excluded_method_details'), method_details));

-- Bids that may be compared by price at all.
CREATE OR REPLACE TEMP MACRO price_comparable(details) AS
    CASE
        WHEN len(getvariable('price_comparison_methods')) > 0
        THEN coalesce(list_contains(getvariable('price_comparison_methods'), details), false)
        ELSE details IS NULL OR NOT list_contains(getvariable('no_price_comparison_methods'), details)
    END;

CREATE OR REPLACE TEMP TABLE ocds_bid AS
SELECT
    line, ocid, bid_no, unnest(lots_of(bid.relatedLots)) AS lot,
    text_of(bid.status) AS status,
    text_of(bid.date) AS bid_date,
    number_of(bid.value.amount) AS amount,
    text_of(bid.value.currency) AS currency,
    bid.tenderers IS NOT NULL AS has_tenderers,
    members,
    -- One bidder: a single tenderer, or with joint bids the sorted set of them.
    CASE
        WHEN len(members) < len(bid.tenderers) OR len(members) = 0 THEN NULL
        WHEN len(members) = 1 THEN members[1]
        WHEN getvariable('joint_bids') THEN list_aggregate(list_sort(list_distinct(members)), 'string_agg', ' + ')
    END AS bidder
FROM (
    SELECT *, list_filter(list_transform(bid.tenderers, lambda party: party_of(parties, party)), lambda id: id IS NOT NULL) AS members
    FROM (
        SELECT line, ocid, parsed.release.parties AS parties,
            unnest(parsed.release.bids.details) AS bid, generate_subscripts(parsed.release.bids.details, 1) AS bid_no
        FROM ocds_release JOIN ocds_parsed AS parsed USING (line)));

CREATE OR REPLACE TEMP TABLE ocds_award AS
SELECT
    line, ocid, award_no, unnest(lots_of(award.relatedLots)) AS lot,
    identifier_of(award.id) AS award_id,
    text_of(award.status) AS status,
    text_of(award.date) AS award_date,
    number_of(award.value.amount) AS amount,
    text_of(award.value.currency) AS currency,
    members,
    CASE
        WHEN len(members) < len(award.suppliers) OR len(members) = 0 THEN NULL
        WHEN len(members) = 1 THEN members[1]
        WHEN getvariable('joint_bids') THEN list_aggregate(list_sort(list_distinct(members)), 'string_agg', ' + ')
    END AS supplier,
    list_filter(list_transform(award.items, lambda item: text_of(item.classification.id)), lambda code: code IS NOT NULL) AS classifications
FROM (
    SELECT *, list_filter(list_transform(award.suppliers, lambda party: party_of(parties, party)), lambda id: id IS NOT NULL) AS members
    FROM (
        SELECT line, ocid, parsed.release.parties AS parties,
            unnest(parsed.release.awards) AS award, generate_subscripts(parsed.release.awards, 1) AS award_no
        FROM ocds_release JOIN ocds_parsed AS parsed USING (line)));

DROP TABLE ocds_parsed;

-- Where exactly one supplier won all there is to win in a procedure or lot, and nothing is pending.
CREATE OR REPLACE TEMP VIEW ocds_decided AS
SELECT line, ocid, lot, any_value(supplier) AS winner, any_value(members) AS winners
FROM ocds_award JOIN ocds_release USING (line, ocid)
WHERE status = 'active' AND awards_final AND has_bids
GROUP BY line, ocid, lot
HAVING count(*) = 1 AND any_value(supplier) IS NOT NULL;

CREATE OR REPLACE TEMP VIEW ocds_submitted AS
SELECT * FROM ocds_bid WHERE status IS NOT NULL AND status NOT IN ('invited', 'withdrawn');

-- Valid bids with a price and one bidder, in procedures or lots that are decided and where price decides.
CREATE OR REPLACE TEMP VIEW ocds_valid_price AS
SELECT bid.*, decided.winner, decided.winners
FROM ocds_bid AS bid
JOIN ocds_decided AS decided USING (line, ocid, lot)
JOIN ocds_release AS release USING (line, ocid)
WHERE bid.status = 'valid' AND bid.amount IS NOT NULL AND bid.currency IS NOT NULL AND bid.bidder IS NOT NULL
  AND price_comparable(release.method_details);

-- (second-lowest valid bid - winning bid) / winning bid. In the main currency only (the one set, else the first observed),
-- or with currencies = each, among bids of the winner's currency.
CREATE OR REPLACE TEMP VIEW ocds_second_lowest AS
WITH priced AS (
    SELECT * FROM ocds_valid_price
    WHERE getvariable('currencies') = 'each'
       OR currency = coalesce(getvariable('currency'), (SELECT arg_min(currency, (line, bid_no)) FROM ocds_valid_price))
), compared AS (
    SELECT
        line, ocid, lot, currency,
        any_value(winner) AS winner,
        any_value(winners) AS winners,
        min(amount) FILTER (bidder = winner) AS winner_amount,
        arg_min(bidder, (amount, bid_no)) FILTER (bidder <> winner) AS second,
        arg_min(members, (amount, bid_no)) FILTER (bidder <> winner) AS seconds,
        min(amount) FILTER (bidder <> winner) AS second_amount
    FROM priced
    GROUP BY line, ocid, lot, currency
)
SELECT *, (second_amount - winner_amount) / winner_amount AS ratio
FROM compared
WHERE second_amount >= winner_amount AND (winner_amount <> 0 OR second_amount <> 0)
QUALIFY line = max(line) OVER (PARTITION BY ocid);
