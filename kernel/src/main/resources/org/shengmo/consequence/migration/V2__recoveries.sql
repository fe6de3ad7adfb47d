-- Money to be paid back: the claim, how it is to be paid, what came in, what the bank says, and what was given up by decision.
CREATE TABLE consequence.recovery (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind        text NOT NULL,
  debtor_type text NOT NULL,
  debtor_id   uuid NOT NULL,
  debtor      text NOT NULL,
  amount      numeric(18, 2) NOT NULL CHECK (amount > 0),
  ground      text NOT NULL CHECK (ground <> ''),
  clause      text NOT NULL,
  source_type text NOT NULL,
  source_id   uuid NOT NULL,
  creditor    uuid NOT NULL REFERENCES organization.body,
  collector   uuid NOT NULL REFERENCES organization.post,
  claimed_on  date NOT NULL,
  claimed_by  uuid,
  settled_on  date,
  arrears_told date
);
-- One fact is not claimed twice.
CREATE UNIQUE INDEX recovery_once ON consequence.recovery (kind, source_type, source_id);
CREATE INDEX recovery_open ON consequence.recovery (collector) WHERE settled_on IS NULL;

CREATE TABLE consequence.instalment (
  recovery uuid NOT NULL REFERENCES consequence.recovery,
  due      date NOT NULL,
  amount   numeric(18, 2) NOT NULL CHECK (amount > 0),
  PRIMARY KEY (recovery, due)
);
CREATE INDEX instalment_due ON consequence.instalment (due);

CREATE TABLE consequence.bank_file (
  id       uuid PRIMARY KEY,
  name     text NOT NULL,
  sha256   text NOT NULL,
  taken_on date NOT NULL,
  entry    bigint
);

CREATE TABLE consequence.bank_line (
  file      uuid NOT NULL REFERENCES consequence.bank_file,
  reference text NOT NULL UNIQUE,
  paid_on   date NOT NULL,
  amount    numeric(18, 2) NOT NULL CHECK (amount > 0),
  remark    text NOT NULL,
  recovery  uuid REFERENCES consequence.recovery,
  outcome   text NOT NULL CHECK (outcome IN ('confirmed', 'booked', 'unknown', 'too-much'))
);
COMMENT ON TABLE consequence.bank_line IS 'append-only: what the bank said';

CREATE TABLE consequence.receipt (
  id            uuid PRIMARY KEY,
  number        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  recovery      uuid NOT NULL REFERENCES consequence.recovery,
  amount        numeric(18, 2) NOT NULL CHECK (amount > 0),
  received_on   date NOT NULL,
  reference     text NOT NULL CHECK (reference <> ''),
  booked_on     date NOT NULL,
  booked_by     uuid,
  reconciled_on date,
  bank_file     uuid REFERENCES consequence.bank_file,
  UNIQUE (reference)
);
CREATE INDEX receipt_recovery ON consequence.receipt (recovery);
CREATE INDEX receipt_file ON consequence.receipt (bank_file);

CREATE TABLE consequence.write_off (
  recovery   uuid PRIMARY KEY REFERENCES consequence.recovery,
  amount     numeric(18, 2) NOT NULL CHECK (amount > 0),
  decided_on date NOT NULL,
  decided_by uuid,
  post       uuid,
  decision   text NOT NULL CHECK (decision <> ''),
  reasons    text NOT NULL CHECK (reasons <> '')
);
COMMENT ON TABLE consequence.write_off IS 'append-only: decided';
