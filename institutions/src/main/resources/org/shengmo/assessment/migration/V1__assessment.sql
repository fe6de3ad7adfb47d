CREATE TABLE assessment.scheme (
  id      uuid PRIMARY KEY,
  code    text NOT NULL,
  version integer NOT NULL,
  title   text NOT NULL,
  begins  date NOT NULL,
  content text NOT NULL,
  sha256  text NOT NULL,
  UNIQUE (code, version),
  UNIQUE (code, begins)
);
COMMENT ON TABLE assessment.scheme IS 'append-only: results name the version they were computed by';

CREATE TABLE assessment.round (
  id           uuid PRIMARY KEY,
  scheme       uuid NOT NULL REFERENCES assessment.scheme,
  title        text NOT NULL,
  cadence      text NOT NULL CHECK (cadence IN ('ROUTINE', 'YEAR_END')),
  year         integer NOT NULL,
  first_day    date NOT NULL,
  last_day     date NOT NULL CHECK (last_day >= first_day),
  opened_on    date NOT NULL,
  closes_on    date NOT NULL CHECK (closes_on >= opened_on),
  closed_on    date,
  board_sha256 text,
  scored_on    date,
  published_on date,
  cap          numeric,
  special      text NOT NULL DEFAULT '',
  CHECK (scored_on IS NULL OR closed_on IS NOT NULL),
  CHECK (published_on IS NULL OR scored_on IS NOT NULL)
);
CREATE INDEX round_year ON assessment.round (year);

CREATE TABLE assessment.subject (
  round      uuid NOT NULL REFERENCES assessment.round,
  position   integer NOT NULL,
  id         uuid NOT NULL,
  type       text NOT NULL CHECK (type IN ('body', 'person')),
  class      text NOT NULL,
  PRIMARY KEY (round, id),
  UNIQUE (round, position)
);
CREATE INDEX subject_id ON assessment.subject (id);

-- Who rates whom in which tier, with the key that signs their tokens.
CREATE TABLE assessment.electorate (
  id         uuid PRIMARY KEY,
  round      uuid NOT NULL REFERENCES assessment.round,
  tier       text NOT NULL,
  class      text NOT NULL,
  subjects   uuid[] NOT NULL,
  indicators text[] NOT NULL,
  modulus    bytea NOT NULL,
  exponent   bytea NOT NULL,
  private    bytea NOT NULL,
  p          bytea NOT NULL,
  q          bytea NOT NULL
);
CREATE INDEX electorate_round ON assessment.electorate (round);

-- That somebody got a token, never which: a blinded token says nothing about the ballot.
CREATE TABLE assessment.roll (
  electorate uuid NOT NULL REFERENCES assessment.electorate,
  person     uuid NOT NULL REFERENCES organization.person,
  blinded    bytea,
  PRIMARY KEY (electorate, person)
);
CREATE INDEX roll_person ON assessment.roll (person);

-- No person, no time, no order: only the token's hash, what was chosen, and what goes on the board.
CREATE TABLE assessment.ballot (
  id         bytea PRIMARY KEY CHECK (octet_length(id) = 32),
  electorate uuid NOT NULL REFERENCES assessment.electorate,
  choices    smallint[] NOT NULL,
  leaf       bytea NOT NULL CHECK (octet_length(leaf) = 32),
  set_aside  text
);
CREATE INDEX ballot_electorate ON assessment.ballot (electorate);
-- Where ballots pass through when a closed box is written anew in the order of their names; empty otherwise.
CREATE TABLE assessment.ballot_shuffled (LIKE assessment.ballot);

CREATE TABLE assessment.evaluation (
  round       uuid NOT NULL REFERENCES assessment.round,
  subject     uuid NOT NULL,
  indicator   text NOT NULL,
  respondents integer NOT NULL CHECK (respondents > 0),
  score       numeric NOT NULL CHECK (score BETWEEN 0 AND 100),
  entry       bigint NOT NULL,
  PRIMARY KEY (round, subject, indicator)
);

CREATE TABLE assessment.result (
  round   uuid NOT NULL REFERENCES assessment.round,
  subject uuid NOT NULL,
  class   text NOT NULL,
  inputs  text NOT NULL,
  score   text NOT NULL,
  total   numeric,
  rank    integer,
  grade   text,
  PRIMARY KEY (round, subject)
);
CREATE INDEX result_subject ON assessment.result (subject);

CREATE TABLE assessment.veto (
  id           uuid PRIMARY KEY,
  round        uuid NOT NULL REFERENCES assessment.round,
  subject      uuid NOT NULL,
  subject_type text NOT NULL,
  cause        text NOT NULL,
  account      text NOT NULL,
  source_type  text NOT NULL,
  source_id    uuid NOT NULL,
  ceiling      text NOT NULL,
  clause       text NOT NULL,
  proposed_on  date NOT NULL,
  reply_until  date NOT NULL,
  reply        text,
  replied_on   date,
  state        text NOT NULL CHECK (state IN ('proposed', 'vetoed', 'lifted')),
  reasons      text,
  decided_on   date,
  entry        bigint,
  UNIQUE (round, subject, source_id),
  CHECK ((state = 'proposed') = (decided_on IS NULL)),
  -- Nobody is vetoed before they were heard or let the period pass.
  CHECK (state <> 'vetoed' OR replied_on IS NOT NULL OR decided_on > reply_until)
);

-- Who may not be given an award on account of an assessment, how long, under which clause.
CREATE TABLE assessment.ineligible (
  round        uuid NOT NULL REFERENCES assessment.round,
  subject      uuid NOT NULL,
  subject_type text NOT NULL,
  ground       text NOT NULL,
  begins       date NOT NULL,
  ends         date NOT NULL CHECK (ends > begins),
  clause       text NOT NULL,
  entry        bigint NOT NULL,
  PRIMARY KEY (round, subject)
);
CREATE INDEX ineligible_subject ON assessment.ineligible (subject);

CREATE TABLE assessment.interview (
  id            uuid PRIMARY KEY,
  occasion_type text NOT NULL,
  occasion_id   uuid NOT NULL,
  topic         text NOT NULL,
  interviewer   uuid NOT NULL REFERENCES organization.post,
  person        uuid NOT NULL REFERENCES organization.person,
  post          uuid NOT NULL REFERENCES organization.post,
  duty          uuid NOT NULL,
  called_on     date NOT NULL,
  due           date NOT NULL,
  held_on       date,
  minutes       text NOT NULL DEFAULT '',
  confirmed_on  date,
  remark        text NOT NULL DEFAULT '',
  entry         bigint,
  CHECK (confirmed_on IS NULL OR held_on IS NOT NULL)
);
CREATE INDEX interview_occasion ON assessment.interview (occasion_id);
CREATE INDEX interview_person ON assessment.interview (person);
CREATE INDEX interview_interviewer ON assessment.interview (interviewer);
