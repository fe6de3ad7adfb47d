CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

CREATE TABLE rulebook.document (
  id      uuid PRIMARY KEY,
  code    text NOT NULL UNIQUE CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  title   text NOT NULL,
  english text NOT NULL,
  issuer  text NOT NULL,
  rank    text NOT NULL,
  pack    text NOT NULL
);

-- Of one document, one text is in force on a day. A text that a pack changed for the same date is a new revision; the old
-- one stays readable and no longer counts. Deferred: a load moves several ends at once.
CREATE TABLE rulebook.version (
  id           uuid PRIMARY KEY,
  document_id  uuid NOT NULL REFERENCES rulebook.document,
  effective    daterange NOT NULL CHECK (NOT isempty(effective) AND NOT lower_inf(effective)),
  revision     integer NOT NULL CHECK (revision > 0),
  current      boolean NOT NULL,
  published    date,
  source       text NOT NULL CHECK (source <> ''),
  verification text NOT NULL,
  hash         text NOT NULL,
  CONSTRAINT version_one_text_a_day
    EXCLUDE USING gist (document_id WITH =, effective WITH &&) WHERE (current) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX version_document ON rulebook.version (document_id);

CREATE TABLE rulebook.clause (
  version_id   uuid NOT NULL REFERENCES rulebook.version,
  position     integer NOT NULL,
  article      text NOT NULL,
  content      text NOT NULL,
  source       text NOT NULL,
  verification text NOT NULL,
  PRIMARY KEY (version_id, article)
);
COMMENT ON TABLE rulebook.clause IS 'append-only: the words of a revision never change';

CREATE TABLE rulebook.decision_table (
  id        uuid PRIMARY KEY,
  code      text NOT NULL CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  effective daterange NOT NULL CHECK (NOT isempty(effective) AND NOT lower_inf(effective)),
  revision  integer NOT NULL CHECK (revision > 0),
  current   boolean NOT NULL,
  room      text NOT NULL,
  content   text NOT NULL,
  hash      text NOT NULL,
  CONSTRAINT decision_table_one_a_day
    EXCLUDE USING gist (code WITH =, effective WITH &&) WHERE (current) DEFERRABLE INITIALLY DEFERRED
);
