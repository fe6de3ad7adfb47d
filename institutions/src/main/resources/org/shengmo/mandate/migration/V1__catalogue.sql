CREATE TABLE mandate.item (
  id        uuid PRIMARY KEY,
  code      text NOT NULL UNIQUE,
  catalogue text NOT NULL CHECK (catalogue IN ('committee', 'government'))
);
COMMENT ON TABLE mandate.item IS 'append-only: a code once given names one power for ever';

CREATE TABLE mandate.version (
  id          uuid PRIMARY KEY,
  item        uuid NOT NULL REFERENCES mandate.item,
  valid       daterange NOT NULL CHECK (NOT isempty(valid) AND NOT lower_inf(valid)),
  name        text NOT NULL,
  class       text NOT NULL,
  holder      uuid REFERENCES organization.body,
  responsible uuid REFERENCES organization.body,
  department  uuid REFERENCES organization.body,
  content     jsonb NOT NULL,
  chart       text REFERENCES workflow.chart,
  decision    text NOT NULL CHECK (decision <> ''),
  entry       bigint NOT NULL,
  EXCLUDE USING gist (item WITH =, valid WITH &&)
);
CREATE INDEX version_department ON mandate.version (department);

CREATE TABLE mandate.proposal (
  id          uuid PRIMARY KEY,
  code        text NOT NULL,
  catalogue   text NOT NULL CHECK (catalogue IN ('committee', 'government')),
  content     jsonb NOT NULL,
  chart       text REFERENCES workflow.chart,
  reasons     text NOT NULL,
  state       text NOT NULL CHECK (state IN ('proposed', 'lawful', 'unlawful', 'in-force', 'rejected')),
  proposed_by uuid NOT NULL,
  proposed_on date NOT NULL,
  reviewed_by uuid,
  reviewed_on date,
  opinion     text NOT NULL DEFAULT '',
  decided_by  uuid,
  decision    text NOT NULL DEFAULT '',
  effective   date,
  CHECK (reviewed_by <> proposed_by),
  CHECK (state <> 'in-force' OR (decision <> '' AND effective IS NOT NULL AND reviewed_by IS NOT NULL))
);

CREATE TABLE mandate.exercise (
  id               uuid PRIMARY KEY,
  receipt          text NOT NULL UNIQUE,
  version          uuid NOT NULL REFERENCES mandate.version,
  body             uuid NOT NULL REFERENCES organization.body,
  applicant        text NOT NULL,
  applicant_person uuid REFERENCES organization.person,
  matter           text NOT NULL,
  begun_on         date NOT NULL,
  begun_by         uuid,
  due              date NOT NULL,
  instance         uuid NOT NULL UNIQUE,
  state            text NOT NULL CHECK (state IN ('running', 'waiting', 'ended')),
  result           text NOT NULL DEFAULT '',
  ended_on         date,
  entry            bigint NOT NULL,
  CHECK ((state = 'ended') = (ended_on IS NOT NULL))
);
CREATE INDEX exercise_version ON mandate.exercise (version);
CREATE INDEX exercise_body ON mandate.exercise (body, state);

CREATE TABLE mandate.step (
  id            uuid PRIMARY KEY,
  exercise      uuid NOT NULL REFERENCES mandate.exercise,
  node          text NOT NULL,
  name          text NOT NULL,
  owner         uuid NOT NULL REFERENCES organization.post,
  delegated_by  uuid REFERENCES organization.post,
  duty          uuid,
  begun_on      date NOT NULL,
  due           date NOT NULL,
  state         text NOT NULL CHECK (state IN ('open', 'waiting', 'done', 'returned', 'signed-by-other')),
  closed_on     date,
  closed_by     uuid,
  answer        text NOT NULL DEFAULT '',
  account       text NOT NULL DEFAULT '',
  working_days_left integer,
  entry         bigint
);
CREATE INDEX step_exercise ON mandate.step (exercise);
CREATE INDEX step_owner ON mandate.step (owner) WHERE state IN ('open', 'waiting');

CREATE TABLE mandate.recusal (
  exercise uuid NOT NULL REFERENCES mandate.exercise,
  person   uuid NOT NULL REFERENCES organization.person,
  reasons  text NOT NULL,
  PRIMARY KEY (exercise, person)
);
COMMENT ON TABLE mandate.recusal IS 'append-only: who stepped aside, stays aside';
