CREATE TABLE charter.document (
  id   uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('LIST', 'PLAN')),
  year integer NOT NULL CHECK (year BETWEEN 1900 AND 2199),
  UNIQUE (kind, year)
);
COMMENT ON TABLE charter.document IS 'append-only: a document is what its versions say';

CREATE TABLE charter.draft (
  document_id uuid PRIMARY KEY REFERENCES charter.document,
  revision    integer NOT NULL CHECK (revision > 0),
  content     text NOT NULL,
  editor      uuid,
  edited_at   timestamptz NOT NULL
);

CREATE TABLE charter.version (
  id            uuid PRIMARY KEY,
  document_id   uuid NOT NULL REFERENCES charter.document,
  number        integer NOT NULL CHECK (number > 0),
  content       text NOT NULL,
  sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  circulated_on date NOT NULL,
  UNIQUE (document_id, number),
  UNIQUE (id, document_id),
  UNIQUE (id, sha256)
);
COMMENT ON TABLE charter.version IS 'append-only: a text that was circulated never changes';

CREATE TABLE charter.standing (
  version_id    uuid PRIMARY KEY,
  document_id   uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('CIRCULATED', 'IN_FORCE', 'SUPERSEDED')),
  in_force_on   date,
  in_force_entry bigint REFERENCES docket.entry,
  superseded_on date,
  FOREIGN KEY (version_id, document_id) REFERENCES charter.version (id, document_id),
  CHECK (state <> 'IN_FORCE' OR in_force_on IS NOT NULL),
  CHECK ((state = 'SUPERSEDED') = (superseded_on IS NOT NULL))
);
CREATE UNIQUE INDEX standing_one_in_force ON charter.standing (document_id) WHERE state = 'IN_FORCE';
CREATE UNIQUE INDEX standing_one_circulated ON charter.standing (document_id) WHERE state = 'CIRCULATED';

CREATE TABLE charter.endorser (
  version_id uuid NOT NULL REFERENCES charter.version,
  post       uuid NOT NULL,
  position   integer NOT NULL,
  duty       uuid NOT NULL,
  PRIMARY KEY (version_id, post)
);
COMMENT ON TABLE charter.endorser IS 'append-only: whose endorsement a version asks for';
CREATE INDEX endorser_post ON charter.endorser (post);

-- A signature can't be under another text than its version's: the hash is part of the key.
CREATE TABLE charter.endorsement (
  version_id uuid NOT NULL,
  post       uuid NOT NULL,
  person     uuid NOT NULL,
  sha256     text NOT NULL,
  endorsed_on date NOT NULL,
  entry      bigint NOT NULL REFERENCES docket.entry,
  PRIMARY KEY (version_id, post),
  FOREIGN KEY (version_id, post) REFERENCES charter.endorser (version_id, post),
  FOREIGN KEY (version_id, sha256) REFERENCES charter.version (id, sha256)
);
COMMENT ON TABLE charter.endorsement IS 'append-only: a signature is never taken back';

CREATE TABLE charter.sub_item_duty (
  duty        uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES charter.document,
  sub_item    text NOT NULL,
  owner       uuid NOT NULL,
  deadline    date NOT NULL
);
COMMENT ON TABLE charter.sub_item_duty IS 'append-only: the duties that the plan''s sub-items gave rise to';
CREATE INDEX sub_item_duty_document ON charter.sub_item_duty (document_id, sub_item);

CREATE TABLE charter.quarter (
  year        integer NOT NULL,
  quarter     integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  review_duty uuid NOT NULL,
  PRIMARY KEY (year, quarter)
);
COMMENT ON TABLE charter.quarter IS 'append-only: the quarters whose reports and review were called for';

CREATE TABLE charter.report (
  id         uuid PRIMARY KEY,
  year       integer NOT NULL,
  quarter    integer NOT NULL,
  collective boolean NOT NULL,
  body       uuid NOT NULL,
  post       uuid NOT NULL,
  duty       uuid NOT NULL,
  opens      date NOT NULL,
  due        date NOT NULL,
  closes     date NOT NULL,
  UNIQUE (year, quarter, collective, body, post),
  CHECK (opens <= due AND due <= closes)
);
COMMENT ON TABLE charter.report IS 'append-only: the reports that are owed';
CREATE INDEX report_post ON charter.report (post);
CREATE INDEX report_due ON charter.report (due);

CREATE TABLE charter.filed (
  report_id uuid PRIMARY KEY REFERENCES charter.report,
  filed_on  date NOT NULL,
  person    uuid NOT NULL,
  done      text NOT NULL,
  problems  text NOT NULL,
  next      text NOT NULL,
  attachments uuid[] NOT NULL,
  entry     bigint NOT NULL REFERENCES docket.entry
);
COMMENT ON TABLE charter.filed IS 'append-only: a report that was filed stands';

CREATE TABLE charter.missed (
  report_id uuid PRIMARY KEY REFERENCES charter.report,
  missed_on date NOT NULL,
  entry     bigint NOT NULL REFERENCES docket.entry
);
COMMENT ON TABLE charter.missed IS 'append-only: that a report was not there on its due date';

CREATE TABLE charter.review (
  id        uuid PRIMARY KEY,
  year      integer NOT NULL,
  quarter   integer NOT NULL,
  special   boolean NOT NULL,
  held_on   date NOT NULL,
  topic     text NOT NULL,
  decisions text NOT NULL,
  attachments uuid[] NOT NULL,
  entry     bigint NOT NULL REFERENCES docket.entry
);
COMMENT ON TABLE charter.review IS 'append-only: the sessions that were held';
CREATE INDEX review_year ON charter.review (year, quarter);

CREATE TABLE charter.problem (
  id       uuid PRIMARY KEY,
  number   bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  title    text NOT NULL,
  text     text NOT NULL,
  source   text NOT NULL,
  severity text NOT NULL,
  body     uuid NOT NULL,
  post     uuid NOT NULL,
  duty     uuid NOT NULL,
  raised   date NOT NULL,
  due      date NOT NULL,
  circulates date NOT NULL,
  entry    bigint NOT NULL REFERENCES docket.entry
);
COMMENT ON TABLE charter.problem IS 'append-only: the problems that were assigned';
CREATE INDEX problem_raised ON charter.problem (raised);
CREATE INDEX problem_circulates ON charter.problem (circulates);

CREATE TABLE charter.chase (
  problem_id uuid NOT NULL REFERENCES charter.problem,
  entry      bigint NOT NULL REFERENCES docket.entry,
  PRIMARY KEY (problem_id, entry)
);
COMMENT ON TABLE charter.chase IS 'append-only: how often a problem was chased';

CREATE TABLE charter.circulated (
  problem_id    uuid PRIMARY KEY REFERENCES charter.problem,
  circulated_on date NOT NULL,
  entry         bigint NOT NULL REFERENCES docket.entry
);
COMMENT ON TABLE charter.circulated IS 'append-only: the problems circulated as late';

CREATE TABLE charter.solved (
  problem_id uuid PRIMARY KEY REFERENCES charter.problem,
  solved_on  date NOT NULL,
  person     uuid NOT NULL,
  account    text NOT NULL,
  attachments uuid[] NOT NULL,
  entry      bigint NOT NULL REFERENCES docket.entry
);
COMMENT ON TABLE charter.solved IS 'append-only: how problems were solved';
