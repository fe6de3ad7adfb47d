-- What a run's roster lists by village: what the public results are measured against.
CREATE TABLE entitlement.village (
  run        uuid NOT NULL REFERENCES measurement.run,
  township   text NOT NULL,
  village    text NOT NULL,
  households integer NOT NULL,
  persons    integer NOT NULL,
  PRIMARY KEY (run, township, village)
);

CREATE TABLE entitlement.review (
  run       uuid PRIMARY KEY REFERENCES measurement.run,
  duty      uuid,
  published_on date
);

-- Households told together, and decided together.
CREATE TABLE entitlement.batch (
  id           uuid PRIMARY KEY,
  number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  run          uuid NOT NULL REFERENCES measurement.run,
  told_on      date NOT NULL,
  reply_until  date NOT NULL,
  decide_until date NOT NULL,
  decider      uuid NOT NULL REFERENCES organization.post,
  duty         uuid
);

CREATE TABLE entitlement.household (
  id              uuid PRIMARY KEY,
  number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  run             uuid NOT NULL REFERENCES measurement.run,
  household       text NOT NULL,
  body            uuid,
  township        text NOT NULL,
  village         text NOT NULL,
  persons         integer NOT NULL,
  monthly_amount  numeric(18, 2) NOT NULL,
  at_stake        numeric(18, 2) NOT NULL,
  overpaid        numeric(18, 2) NOT NULL DEFAULT 0,
  checks          text[] NOT NULL,
  approved_on     date,
  approver        uuid,
  approver_post   uuid,
  undeclared      boolean NOT NULL DEFAULT false,
  state           text NOT NULL CHECK (state IN ('found', 'told', 'heard', 'decided')),
  batch           uuid REFERENCES entitlement.batch,
  heard_on        date,
  heard_from      text CHECK (heard_from IN ('household', 'clerk', 'nobody')),
  reply           text,
  reply_entry     bigint,
  outcome         text CHECK (outcome IN ('kept', 'reduced', 'stopped')),
  amount_after    numeric(18, 2) CHECK (amount_after >= 0 AND amount_after <= monthly_amount),
  persons_removed integer CHECK (persons_removed BETWEEN 0 AND persons),
  reasons         text,
  resolution      text,
  decided_on      date,
  decided_by      uuid,
  decided_post    uuid,
  decision_entry  bigint,
  erased_on       date,
  CHECK ((state = 'found') = (batch IS NULL) OR state = 'decided'),
  CHECK ((state = 'decided') = (outcome IS NOT NULL)),
  -- Nothing is reduced or stopped unheard.
  CHECK (outcome IS NULL OR outcome = 'kept' OR heard_on IS NOT NULL)
);
-- A household answers in one case at a time.
CREATE UNIQUE INDEX household_once ON entitlement.household (household) WHERE state <> 'decided';
CREATE INDEX household_run ON entitlement.household (run, township, village);
CREATE INDEX household_batch ON entitlement.household (batch);
CREATE INDEX household_decided ON entitlement.household (decided_on) WHERE state = 'decided';

-- Who they are: read with a purpose, erased when the time is over.
CREATE TABLE entitlement.member (
  id        uuid PRIMARY KEY,
  household uuid NOT NULL REFERENCES entitlement.household,
  position  integer NOT NULL,
  person    text NOT NULL,
  relation  text NOT NULL,
  name      text NOT NULL,
  id_number text NOT NULL,
  account   text NOT NULL,
  found     boolean NOT NULL,
  removed   boolean NOT NULL DEFAULT false,
  UNIQUE (household, person)
);

-- What the codes for answering are made from; no code is kept.
CREATE TABLE entitlement.secret (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  key bytea NOT NULL CHECK (octet_length(key) = 32)
);

CREATE TABLE entitlement.attempt (
  household uuid NOT NULL REFERENCES entitlement.household,
  day       date NOT NULL,
  failures  integer NOT NULL,
  PRIMARY KEY (household, day)
);
