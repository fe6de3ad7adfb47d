-- Leads and cases. A row opens to its handlers (members), to the line above them where it is not about them, and to the
-- programme's own rounds, through a door that each transaction opens; the database is the second lock.
CREATE FUNCTION discipline.opens(doors text[], people uuid[], bodies uuid[], members uuid[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('shengmo.discipline_door', true), '') = 'round'
      OR coalesce(nullif(current_setting('shengmo.discipline_reader', true), '')::uuid = ANY (members), false)
      OR (coalesce(current_setting('shengmo.discipline_door', true), '') = ANY (doors)
          AND coalesce(nullif(current_setting('shengmo.discipline_reader', true), '')::uuid <> ALL (people), false)
          AND NOT bodies && string_to_array(coalesce(current_setting('shengmo.discipline_bodies', true), ''), ',')::uuid[])
$$;

CREATE TABLE discipline.lead (
  id            uuid PRIMARY KEY,
  year          integer NOT NULL,
  number        integer NOT NULL,
  origin        text NOT NULL,
  source_type   text,
  source_id     uuid,
  received_on   date NOT NULL,
  text          text NOT NULL CHECK (text <> ''),
  accused       text NOT NULL,
  people        uuid[] NOT NULL,
  bodies        uuid[] NOT NULL,
  above         boolean NOT NULL,
  members       uuid[] NOT NULL DEFAULT '{}',
  supervisor    uuid REFERENCES organization.person,
  handlers      uuid[] NOT NULL DEFAULT '{}',
  state         text NOT NULL CHECK (state IN ('registered', 'assigned', 'proposed', 'under-way', 'put-aside', 'closed', 'filed')),
  due           date,
  way           text,
  proposed_way  text,
  account       text,
  proposed_by   uuid REFERENCES organization.person,
  countersigned uuid REFERENCES organization.person,
  closed_on     date,
  form          text,
  UNIQUE (year, number),
  CHECK (proposed_by IS NULL OR proposed_by <> countersigned)
);
-- A source becomes a lead once.
CREATE UNIQUE INDEX lead_source ON discipline.lead (source_type, source_id) WHERE source_id IS NOT NULL;
CREATE INDEX lead_people ON discipline.lead USING gin (people);
ALTER TABLE discipline.lead ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON discipline.lead
  USING (discipline.opens(CASE WHEN above THEN '{above}'::text[] ELSE '{line,keeper}'::text[] END, people, bodies, members))
  WITH CHECK (true);

CREATE TABLE discipline.case_file (
  id             uuid PRIMARY KEY,
  lead           uuid NOT NULL REFERENCES discipline.lead,
  year           integer NOT NULL,
  number         integer NOT NULL,
  person         uuid NOT NULL REFERENCES organization.person,
  level          text NOT NULL CHECK (level IN ('village', 'staff', 'section', 'county')),
  eight_rules    boolean NOT NULL,
  matter         text NOT NULL CHECK (matter <> ''),
  people         uuid[] NOT NULL,
  bodies         uuid[] NOT NULL,
  above          boolean NOT NULL,
  members        uuid[] NOT NULL,
  handlers       uuid[] NOT NULL,
  triers         uuid[] NOT NULL DEFAULT '{}',
  filed_on       date NOT NULL,
  state          text NOT NULL CHECK (state IN ('investigated', 'on-trial', 'heard', 'decided', 'in-effect', 'dismissed')),
  due            date,
  told_on        date,
  violations     text,
  statement      text,
  verified       text,
  decision       text,
  decided_on     date,
  decided_by     uuid REFERENCES organization.person,
  decided_post   uuid REFERENCES organization.post,
  dismissed_on   date,
  reasons        text,
  UNIQUE (year, number),
  UNIQUE (lead, person),
  CHECK (NOT handlers && triers),
  CHECK (person <> ALL (members))
);
CREATE INDEX case_file_person ON discipline.case_file (person);
ALTER TABLE discipline.case_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON discipline.case_file
  USING (discipline.opens(CASE WHEN above THEN '{above}'::text[] ELSE '{line}'::text[] END, people, bodies, members))
  WITH CHECK (true);

CREATE TABLE discipline.evidence (
  id          uuid PRIMARY KEY,
  case_file   uuid NOT NULL REFERENCES discipline.case_file,
  number      integer NOT NULL,
  kind        text NOT NULL,
  title       text NOT NULL CHECK (title <> ''),
  obtained_on date NOT NULL,
  obtained_by uuid NOT NULL REFERENCES organization.person,
  with_person uuid NOT NULL REFERENCES organization.person,
  files       uuid[] NOT NULL,
  UNIQUE (case_file, number),
  CHECK (obtained_by <> with_person)
);
COMMENT ON TABLE discipline.evidence IS 'append-only: what was obtained stays listed';
ALTER TABLE discipline.evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON discipline.evidence
  USING (EXISTS (SELECT 1 FROM discipline.case_file c WHERE c.id = case_file)) WITH CHECK (true);

-- Who brought something forward: apart from the lead, and opened only by a second person's consent.
CREATE TABLE discipline.informant (
  lead    uuid PRIMARY KEY REFERENCES discipline.lead,
  name    text NOT NULL,
  contact text NOT NULL
);
ALTER TABLE discipline.informant ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON discipline.informant
  USING (coalesce(current_setting('shengmo.discipline_identity', true), '') = lead::text) WITH CHECK (true);

CREATE TABLE discipline.identity_request (
  id           uuid PRIMARY KEY,
  lead         uuid NOT NULL REFERENCES discipline.lead,
  asked_by     uuid NOT NULL REFERENCES organization.person,
  asked_on     date NOT NULL,
  reasons      text NOT NULL CHECK (reasons <> ''),
  answered_by  uuid REFERENCES organization.person,
  answered_on  date,
  consented    boolean,
  answer       text,
  open_until   date,
  opened_at    timestamptz,
  CHECK (answered_by IS NULL OR answered_by <> asked_by)
);
ALTER TABLE discipline.identity_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON discipline.identity_request
  USING (EXISTS (SELECT 1 FROM discipline.lead l WHERE l.id = lead)) WITH CHECK (true);

CREATE TABLE discipline.recusal (
  id      uuid PRIMARY KEY,
  matter  uuid NOT NULL,
  person  uuid NOT NULL REFERENCES organization.person,
  by_whom uuid NOT NULL REFERENCES organization.person,
  on_day  date NOT NULL,
  reasons text NOT NULL CHECK (reasons <> '')
);
COMMENT ON TABLE discipline.recusal IS 'append-only: who withdrew from what';

-- Each opening of a lead or case, and of an informant's identity.
CREATE TABLE discipline.view (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matter uuid NOT NULL,
  what   text NOT NULL CHECK (what IN ('lead', 'case', 'identity', 'file')),
  person uuid NOT NULL REFERENCES organization.person,
  post   uuid NOT NULL REFERENCES organization.post,
  role   text NOT NULL,
  at     timestamptz NOT NULL,
  on_day date NOT NULL
);
COMMENT ON TABLE discipline.view IS 'append-only: who looked at what';
CREATE INDEX view_day ON discipline.view (on_day);

CREATE TABLE discipline.view_review (
  month     date PRIMARY KEY,
  views     integer NOT NULL,
  striking  integer NOT NULL,
  remarks   text NOT NULL CHECK (remarks <> ''),
  by_whom   uuid NOT NULL REFERENCES organization.person,
  on_day    date NOT NULL
);
COMMENT ON TABLE discipline.view_review IS 'append-only: the log was looked through';

-- What has to be done by when. Its identifier says nothing of the matter: a finding about lateness names it alone.
CREATE TABLE discipline.term (
  id         uuid PRIMARY KEY,
  matter     uuid NOT NULL,
  step       text NOT NULL,
  owner      uuid NOT NULL REFERENCES organization.person,
  post       uuid NOT NULL REFERENCES organization.post,
  supervisor uuid REFERENCES organization.person,
  href       text NOT NULL,
  from_day   date NOT NULL,
  due        date NOT NULL,
  remind     integer[] NOT NULL,
  escalate   integer[] NOT NULL,
  grace      integer NOT NULL,
  clause     text NOT NULL,
  reminded   integer[] NOT NULL DEFAULT '{}',
  escalated  integer NOT NULL DEFAULT 0,
  done_on    date,
  breached   boolean NOT NULL DEFAULT false
);
CREATE INDEX term_open ON discipline.term (due) WHERE done_on IS NULL;
CREATE INDEX term_matter ON discipline.term (matter);
ALTER TABLE discipline.term ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON discipline.term
  USING (coalesce(current_setting('shengmo.discipline_door', true), '') IN ('round', 'line', 'above')
      OR coalesce(nullif(current_setting('shengmo.discipline_reader', true), '')::uuid IN (owner, supervisor), false))
  WITH CHECK (true);

-- A sanction once it was announced: no longer secret to whom it concerns, though the case behind it is.
CREATE TABLE discipline.sanction_order (
  id           uuid PRIMARY KEY,
  number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  case_file    uuid NOT NULL UNIQUE REFERENCES discipline.case_file,
  person       uuid NOT NULL REFERENCES organization.person,
  post         uuid REFERENCES organization.post,
  body         uuid NOT NULL REFERENCES organization.body,
  level        text NOT NULL,
  eight_rules  boolean NOT NULL,
  decision     text NOT NULL,
  form         text NOT NULL,
  decided_on   date NOT NULL,
  decided_by   uuid NOT NULL REFERENCES organization.person,
  announced_on date NOT NULL,
  entry        bigint NOT NULL,
  state        text NOT NULL CHECK (state IN ('in-effect', 'under-review', 'maintained', 'revoked')),
  review_until date NOT NULL,
  stage        text CHECK (stage IN ('review', 'recheck')),
  asked_on     date,
  asked        text,
  decide_by    date,
  reviewed_on  date,
  reviewed_by  uuid REFERENCES organization.person,
  reviewed     text,
  revoked_on   date
);
CREATE INDEX sanction_order_person ON discipline.sanction_order (person);

CREATE TABLE discipline.effect (
  sanction_order uuid NOT NULL REFERENCES discipline.sanction_order,
  what           text NOT NULL,
  from_day       date NOT NULL,
  until_day      date CHECK (until_day > from_day),
  clause         text NOT NULL,
  ground         text NOT NULL,
  lifted_on      date,
  PRIMARY KEY (sanction_order, what, ground, from_day)
);

-- What a decision changed, and when that was put back because it was wrong.
CREATE TABLE discipline.carried_out (
  id             uuid PRIMARY KEY,
  sanction_order uuid NOT NULL REFERENCES discipline.sanction_order,
  what           text NOT NULL CHECK (what <> ''),
  on_day         date NOT NULL,
  by_whom        uuid NOT NULL REFERENCES organization.person,
  restore_by     date,
  restored_on    date,
  restored       text
);

CREATE TABLE discipline.lesson (
  id             uuid PRIMARY KEY,
  number         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  sanction_order uuid NOT NULL REFERENCES discipline.sanction_order,
  risk           text NOT NULL CHECK (risk <> ''),
  remedy_kind    text NOT NULL CHECK (remedy_kind IN ('rule', 'control')),
  remedy         text NOT NULL CHECK (remedy <> ''),
  owner          uuid NOT NULL REFERENCES organization.post,
  due            date NOT NULL,
  duty           uuid NOT NULL,
  metric         text NOT NULL,
  before_value   numeric NOT NULL,
  wanted         text NOT NULL CHECK (wanted IN ('fewer', 'more')),
  written_on     date NOT NULL,
  done_on        date,
  account        text,
  check_on       date NOT NULL,
  checked_on     date,
  after_value    numeric,
  worked         boolean
);

CREATE TABLE discipline.counter (
  kind text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (kind, year)
);
