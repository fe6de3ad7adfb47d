CREATE TABLE attachment.content (
  sha256     bytea PRIMARY KEY CHECK (octet_length(sha256) = 32),
  media_type text NOT NULL,
  bytes      bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 20971520)
);
ALTER TABLE attachment.content ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE attachment.content IS 'append-only: a content has its hash for ever';

CREATE TABLE attachment.attachment (
  id      uuid PRIMARY KEY,
  sha256  bytea NOT NULL REFERENCES attachment.content,
  name    text NOT NULL,
  kept_by uuid,
  kept_at timestamptz NOT NULL
);
COMMENT ON TABLE attachment.attachment IS 'append-only: what was put in stays as it was put in';
CREATE INDEX attachment_content ON attachment.attachment (sha256);

CREATE TABLE attachment.attached (
  subject_type  text NOT NULL,
  subject_id    uuid NOT NULL,
  attachment_id uuid NOT NULL REFERENCES attachment.attachment,
  position      bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (subject_type, subject_id, attachment_id)
);
COMMENT ON TABLE attachment.attached IS 'append-only: what is attached stays attached';
CREATE INDEX attached_of ON attachment.attached (attachment_id);
