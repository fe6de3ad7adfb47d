CREATE TABLE pledge.programme (
  id       uuid PRIMARY KEY,
  year     integer NOT NULL,
  code     text NOT NULL,
  name     text NOT NULL,
  creditor uuid NOT NULL REFERENCES organization.body,
  UNIQUE (year, code)
);
COMMENT ON TABLE pledge.programme IS 'append-only: what was announced stays announced';

CREATE TABLE pledge.promise (
  id        uuid PRIMARY KEY,
  programme uuid NOT NULL REFERENCES pledge.programme,
  year      integer NOT NULL,
  code      text NOT NULL,
  title     text NOT NULL,
  text      text NOT NULL,
  owner     uuid NOT NULL REFERENCES organization.post,
  lead_body uuid NOT NULL REFERENCES organization.body,
  planned   numeric(15, 2) NOT NULL CHECK (planned >= 0),
  UNIQUE (year, code)
);
COMMENT ON TABLE pledge.promise IS 'append-only: what was promised stays promised';

CREATE TABLE pledge.milestone (
  id         uuid PRIMARY KEY,
  promise    uuid NOT NULL REFERENCES pledge.promise,
  position   integer NOT NULL,
  title      text NOT NULL,
  first_due  date NOT NULL,
  due        date NOT NULL CHECK (due >= first_due),
  duty       uuid NOT NULL,
  reached_on date,
  account    text NOT NULL DEFAULT '',
  UNIQUE (promise, position)
);

CREATE TABLE pledge.delay (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  milestone uuid NOT NULL REFERENCES pledge.milestone,
  told_on   date NOT NULL,
  due_from  date NOT NULL,
  due_to    date NOT NULL CHECK (due_to > due_from),
  reasons   text NOT NULL CHECK (reasons <> '')
);
COMMENT ON TABLE pledge.delay IS 'append-only: the public was told';

CREATE TABLE pledge.spending (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  promise  uuid NOT NULL REFERENCES pledge.promise,
  amount   numeric(15, 2) NOT NULL CHECK (amount > 0),
  spent_on date NOT NULL,
  purpose  text NOT NULL
);
COMMENT ON TABLE pledge.spending IS 'append-only: booked';

CREATE TABLE pledge.photo (
  promise    uuid NOT NULL REFERENCES pledge.promise,
  attachment uuid NOT NULL,
  shown_on   date NOT NULL,
  caption    text NOT NULL,
  PRIMARY KEY (promise, attachment)
);

-- One verdict a visitor: only the hash of the key in their browser is kept.
CREATE TABLE pledge.verdict (
  promise   uuid NOT NULL REFERENCES pledge.promise,
  visitor   bytea NOT NULL CHECK (octet_length(visitor) = 32),
  satisfied boolean NOT NULL,
  comment   text NOT NULL,
  given_on  date NOT NULL,
  PRIMARY KEY (promise, visitor)
);
