CREATE TABLE disclosure.publication (
  id           uuid PRIMARY KEY,
  number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  entry        bigint UNIQUE REFERENCES docket.entry,
  item         text NOT NULL,
  category     text NOT NULL,
  article      text NOT NULL,
  title        text NOT NULL CHECK (title <> ''),
  text         text NOT NULL,
  body         uuid NOT NULL REFERENCES organization.body,
  officer      uuid NOT NULL REFERENCES organization.post,
  href         text NOT NULL DEFAULT '',
  hidden       integer NOT NULL DEFAULT 0,
  arose        date NOT NULL,
  due          date NOT NULL,
  duty         uuid,
  state        text NOT NULL CHECK (state IN ('OWED', 'PUBLISHED', 'DECLINED')),
  published_on date,
  ground       text,
  reasons      text NOT NULL DEFAULT '',
  CHECK ((state = 'PUBLISHED') = (published_on IS NOT NULL)),
  CHECK ((state = 'DECLINED') = (ground IS NOT NULL))
);
CREATE INDEX publication_state ON disclosure.publication (state, published_on DESC);
CREATE INDEX publication_officer ON disclosure.publication (officer) WHERE state = 'OWED';

-- What was published before it was put right.
CREATE TABLE disclosure.revision (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  publication uuid NOT NULL REFERENCES disclosure.publication,
  on_day      date NOT NULL,
  title       text NOT NULL,
  text        text NOT NULL,
  reasons     text NOT NULL CHECK (reasons <> '')
);
COMMENT ON TABLE disclosure.revision IS 'append-only: what stood there once was read by somebody';

CREATE TABLE disclosure.request (
  id              uuid PRIMARY KEY,
  number          bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  code            bytea NOT NULL UNIQUE CHECK (octet_length(code) = 32),
  channel         text NOT NULL CHECK (channel IN ('WEB', 'VISIT', 'LETTER')),
  body            uuid NOT NULL REFERENCES organization.body,
  officer         uuid NOT NULL REFERENCES organization.post,
  what            text NOT NULL CHECK (what <> ''),
  form            text NOT NULL CHECK (form IN ('ELECTRONIC', 'PAPER', 'INSPECTION')),
  received_on     date NOT NULL,
  counted_from    date NOT NULL,
  due             date NOT NULL,
  duty            uuid,
  state           text NOT NULL CHECK (state IN ('RECEIVED', 'INCOMPLETE', 'CONSULTING', 'ANSWERED', 'LAPSED')),
  missing         text NOT NULL DEFAULT '',
  supply_until    date,
  supplied        text NOT NULL DEFAULT '',
  consulted_since date,
  consulted_until date,
  third_party     text NOT NULL DEFAULT '',
  third_due       date,
  third_agrees    boolean,
  third_reasons   text NOT NULL DEFAULT '',
  extended_days   integer NOT NULL DEFAULT 0 CHECK (extended_days >= 0),
  extension       text NOT NULL DEFAULT '',
  ended_on        date,
  answer          text,
  answer_text     text NOT NULL DEFAULT '',
  CHECK ((state IN ('ANSWERED', 'LAPSED')) = (ended_on IS NOT NULL)),
  CHECK ((state = 'ANSWERED') = (answer IS NOT NULL))
);
CREATE INDEX request_open ON disclosure.request (officer, due) WHERE ended_on IS NULL;

-- Who asks. The second lock: a row shows only to a transaction that names this very request.
CREATE TABLE disclosure.applicant (
  request  uuid PRIMARY KEY REFERENCES disclosure.request,
  kind     text NOT NULL CHECK (kind IN ('PERSON', 'ORGANIZATION')),
  name     text NOT NULL,
  document text NOT NULL,
  contact  text NOT NULL
);
ALTER TABLE disclosure.applicant ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_at_a_time ON disclosure.applicant
  USING (request = nullif(current_setting('shengmo.request', true), '')::uuid)
  WITH CHECK (true);
