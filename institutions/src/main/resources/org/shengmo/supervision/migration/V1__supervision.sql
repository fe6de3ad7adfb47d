CREATE TABLE supervision.campaign (
  id          uuid PRIMARY KEY,
  year        integer NOT NULL,
  code        text NOT NULL,
  title       text NOT NULL,
  scope       text NOT NULL,
  lead        uuid NOT NULL REFERENCES organization.body,
  first_day   date NOT NULL,
  last_day    date NOT NULL CHECK (last_day >= first_day),
  entry       bigint NOT NULL,
  launched_on date NOT NULL,
  closed_on   date,
  summary     text NOT NULL DEFAULT '',
  UNIQUE (year, code)
);

CREATE TABLE supervision.inspection (
  id         uuid PRIMARY KEY,
  campaign   uuid REFERENCES supervision.campaign,
  body       uuid NOT NULL REFERENCES organization.body,
  on_day     date NOT NULL,
  -- Nobody inspects alone.
  inspectors uuid[] NOT NULL CHECK (cardinality(inspectors) >= 2),
  account    text NOT NULL CHECK (account <> '')
);
COMMENT ON TABLE supervision.inspection IS 'append-only: what was seen';
CREATE INDEX inspection_campaign ON supervision.inspection (campaign);

-- What looks wrong, wherever it was seen: a hit, then a lead that is looked into, then a finding, or closed with reasons.
CREATE TABLE supervision.clue (
  id           uuid PRIMARY KEY,
  number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  campaign     uuid REFERENCES supervision.campaign,
  source       text NOT NULL,
  subject_type text NOT NULL CHECK (subject_type IN ('person', 'post', 'body')),
  subject_id   uuid NOT NULL,
  title        text NOT NULL CHECK (title <> ''),
  account      text NOT NULL CHECK (account <> ''),
  found_on     date NOT NULL,
  found_by     uuid,
  state        text NOT NULL CHECK (state IN ('hit', 'lead', 'finding', 'closed')),
  taken_on     date,
  finding      uuid REFERENCES finding.finding,
  closed_on    date,
  reasons      text NOT NULL DEFAULT '',
  CHECK ((state = 'finding') = (finding IS NOT NULL)),
  CHECK ((state = 'closed') = (closed_on IS NOT NULL))
);
CREATE INDEX clue_campaign ON supervision.clue (campaign);
CREATE INDEX clue_finding ON supervision.clue (finding);

CREATE TABLE supervision.circular (
  id        uuid PRIMARY KEY,
  number    integer NOT NULL,
  year      integer NOT NULL,
  campaign  uuid REFERENCES supervision.campaign,
  title     text NOT NULL CHECK (title <> ''),
  text      text NOT NULL CHECK (text <> ''),
  bodies    uuid[] NOT NULL,
  issued_on date NOT NULL,
  UNIQUE (year, number)
);
COMMENT ON TABLE supervision.circular IS 'append-only: it was circulated';
