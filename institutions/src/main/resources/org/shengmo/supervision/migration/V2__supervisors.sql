-- Citizens appointed for a term to look at bodies, and what they report; the post ends with the term.
CREATE TABLE supervision.supervisor (
  id        uuid PRIMARY KEY,
  person    uuid NOT NULL REFERENCES organization.person,
  post      uuid NOT NULL UNIQUE REFERENCES organization.post,
  name      text NOT NULL CHECK (name <> ''),
  bodies    uuid[] NOT NULL CHECK (cardinality(bodies) > 0),
  from_day  date NOT NULL,
  until_day date NOT NULL CHECK (until_day > from_day)
);

CREATE TABLE supervision.observation (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  supervisor  uuid NOT NULL REFERENCES organization.person,
  body        uuid NOT NULL REFERENCES organization.body,
  owner       uuid NOT NULL REFERENCES organization.post,
  title       text NOT NULL CHECK (title <> ''),
  text        text NOT NULL CHECK (text <> ''),
  reported_on date NOT NULL,
  due         date NOT NULL,
  duty        uuid,
  photos      uuid[] NOT NULL DEFAULT '{}',
  state       text NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'CLOSED')),
  satisfied   boolean,
  remark      text NOT NULL DEFAULT '',
  CHECK ((state = 'CLOSED') = (satisfied IS NOT NULL))
);

CREATE INDEX observation_of ON supervision.observation (supervisor);
CREATE INDEX observation_owner ON supervision.observation (owner);

CREATE TABLE supervision.observation_answer (
  observation uuid NOT NULL REFERENCES supervision.observation,
  round       integer NOT NULL,
  on_day      date NOT NULL,
  text        text NOT NULL CHECK (text <> ''),
  PRIMARY KEY (observation, round)
);
COMMENT ON TABLE supervision.observation_answer IS 'append-only: what a supervisor was told';
