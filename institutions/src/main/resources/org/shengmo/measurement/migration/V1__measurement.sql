CREATE TABLE measurement.dataset (
  id        uuid PRIMARY KEY,
  family    text NOT NULL,
  title     text NOT NULL CHECK (title <> ''),
  opened_on date NOT NULL,
  opened_by uuid,
  post      uuid,
  erased_on date
);

-- The content is personal data: it goes when its time is over; what it was stays.
CREATE TABLE measurement.register (
  dataset  uuid NOT NULL REFERENCES measurement.dataset,
  name     text NOT NULL,
  file     text NOT NULL,
  ending   text NOT NULL CHECK (ending IN ('csv', 'parquet')),
  sha256   text NOT NULL,
  rows     bigint NOT NULL,
  aside    bigint NOT NULL,
  put_on   date NOT NULL,
  content  bytea,
  PRIMARY KEY (dataset, name)
);

CREATE TABLE measurement.run (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  dataset     uuid NOT NULL REFERENCES measurement.dataset,
  state       text NOT NULL CHECK (state IN ('waiting', 'running', 'cancelling', 'finished', 'cancelled', 'failed')),
  checks      text[] NOT NULL CHECK (cardinality(checks) > 0),
  settings    text NOT NULL DEFAULT '',
  measured_on date NOT NULL,
  person      uuid,
  post        uuid,
  asked_at    timestamptz NOT NULL,
  ended_at    timestamptz,
  done        integer NOT NULL DEFAULT 0,
  current     text NOT NULL DEFAULT '',
  failure     text NOT NULL DEFAULT '',
  rows        bigint NOT NULL DEFAULT 0,
  put_aside   bigint NOT NULL DEFAULT 0,
  households  bigint NOT NULL DEFAULT 0,
  persons     bigint NOT NULL DEFAULT 0,
  at_stake    numeric(18, 2) NOT NULL DEFAULT 0
);
CREATE INDEX run_dataset ON measurement.run (dataset);
-- A dataset is measured by one run at a time.
CREATE UNIQUE INDEX run_one_at_a_time ON measurement.run (dataset) WHERE state IN ('waiting', 'running', 'cancelling');

CREATE TABLE measurement.outcome (
  run      uuid NOT NULL REFERENCES measurement.run,
  position integer NOT NULL,
  check_id text NOT NULL,
  judged   bigint NOT NULL,
  found    bigint NOT NULL,
  lacking  text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (run, check_id)
);

CREATE TABLE measurement.aside (
  run    uuid NOT NULL REFERENCES measurement.run,
  file   text NOT NULL,
  line   bigint NOT NULL,
  reason text NOT NULL
);
CREATE INDEX aside_run ON measurement.aside (run);

CREATE TABLE measurement.finding (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run          uuid NOT NULL REFERENCES measurement.run,
  check_id     text NOT NULL,
  finding      text NOT NULL,
  table_row    integer NOT NULL,
  clause       text NOT NULL,
  source       text NOT NULL,
  subject_kind text NOT NULL,
  subject      text NOT NULL,
  household    text,
  person       text,
  township     text,
  village      text,
  at_stake     numeric(18, 2),
  facts        text
);
CREATE INDEX finding_household ON measurement.finding (run, household);
CREATE INDEX finding_check ON measurement.finding (run, check_id);
CREATE INDEX finding_subject ON measurement.finding (run, subject_kind, subject);
