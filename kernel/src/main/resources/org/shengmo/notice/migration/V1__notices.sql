CREATE TABLE notice.notice (
  id             uuid PRIMARY KEY,
  recipient_type text NOT NULL CHECK (recipient_type IN ('post', 'person')),
  recipient_id   uuid NOT NULL,
  content        text NOT NULL,
  href           text NOT NULL CHECK (href LIKE '/%'),
  about_type     text NOT NULL,
  about_id       uuid NOT NULL,
  at             timestamptz NOT NULL,
  ordinal        bigint GENERATED ALWAYS AS IDENTITY
);
COMMENT ON TABLE notice.notice IS 'append-only: what somebody was told stays told';
CREATE INDEX notice_recipient ON notice.notice (recipient_id, ordinal DESC);
CREATE INDEX notice_about ON notice.notice (about_id, ordinal DESC);

CREATE TABLE notice.seen (
  notice_id uuid NOT NULL REFERENCES notice.notice,
  person    uuid NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (notice_id, person)
);
COMMENT ON TABLE notice.seen IS 'append-only: who saw what, when';
