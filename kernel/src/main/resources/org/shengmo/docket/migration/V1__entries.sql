CREATE TABLE docket.entry (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at            timestamptz NOT NULL,
  author_person uuid,
  author_post   uuid,
  kind          text NOT NULL,
  subject_type  text NOT NULL,
  subject_id    uuid NOT NULL,
  compartment   text,
  commitment    bytea NOT NULL CHECK (octet_length(commitment) = 32)
);
COMMENT ON TABLE docket.entry IS 'append-only: what was done is never changed, only added to';
CREATE INDEX entry_author ON docket.entry (author_person, id DESC);
CREATE INDEX entry_kind ON docket.entry (kind, at);

-- The payload and its salt can be erased together; the entry, its commitment and its seal stay.
CREATE TABLE docket.payload (
  entry_id bigint PRIMARY KEY REFERENCES docket.entry,
  salt     bytea NOT NULL CHECK (octet_length(salt) = 32),
  content  text NOT NULL
);

CREATE TABLE docket.concern (
  subject_type text NOT NULL,
  subject_id   uuid NOT NULL,
  entry_id     bigint NOT NULL REFERENCES docket.entry,
  PRIMARY KEY (subject_type, subject_id, entry_id)
);
COMMENT ON TABLE docket.concern IS 'append-only: on whose timeline an entry shows';
