CREATE TABLE finding.finding (
  id             uuid PRIMARY KEY,
  number         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind           text NOT NULL,
  subject_type   text NOT NULL CHECK (subject_type IN ('person', 'post', 'body')),
  subject_id     uuid NOT NULL,
  post           uuid REFERENCES organization.post,
  body           uuid NOT NULL REFERENCES organization.body,
  title          text NOT NULL,
  facts          text NOT NULL,
  entries        bigint[] NOT NULL,
  attachments    uuid[] NOT NULL,
  clause         text NOT NULL,
  source_type    text,
  source_id      uuid,
  stated_by      uuid REFERENCES organization.person,
  check_name     text,
  stated         date NOT NULL,
  reply_until    date NOT NULL CHECK (reply_until >= stated),
  reply_clause   text NOT NULL,
  state          text NOT NULL CHECK (state IN ('stated', 'replied', 'upheld', 'dropped')),
  lapsed_on      date,
  replied_on     date,
  replied_by     uuid REFERENCES organization.person,
  reply          text,
  reply_files    uuid[],
  decided_on     date,
  decided_by     uuid REFERENCES organization.person,
  decided_post   uuid REFERENCES organization.post,
  reasons        text,
  CHECK ((source_type IS NULL) = (source_id IS NULL)),
  CHECK ((replied_on IS NULL) = (reply IS NULL)),
  CHECK ((state IN ('upheld', 'dropped')) = (decided_on IS NOT NULL)),
  CHECK (replied_on IS NULL OR replied_on <= reply_until),
  -- Nobody is judged before they were heard or let the period pass.
  CHECK (decided_on IS NULL OR replied_on IS NOT NULL OR decided_on > reply_until)
);
-- One fact is held against one subject once.
CREATE UNIQUE INDEX finding_fact ON finding.finding (kind, subject_id, source_id)
  WHERE source_id IS NOT NULL AND state <> 'dropped';
CREATE INDEX finding_subject ON finding.finding (subject_id, number DESC);
CREATE INDEX finding_body ON finding.finding (body, number DESC);
CREATE INDEX finding_source ON finding.finding (source_id);
CREATE INDEX finding_lapse ON finding.finding (reply_until) WHERE state = 'stated' AND lapsed_on IS NULL;
CREATE INDEX finding_open ON finding.finding (body) WHERE state IN ('stated', 'replied');
