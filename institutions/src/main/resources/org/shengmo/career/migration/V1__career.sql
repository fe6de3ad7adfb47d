CREATE TABLE career.counter (
  year integer PRIMARY KEY,
  last integer NOT NULL
);

CREATE TABLE career.selection (
  id           uuid PRIMARY KEY,
  year         integer NOT NULL,
  number       integer NOT NULL,
  post         uuid NOT NULL REFERENCES organization.post,
  ground       text NOT NULL CHECK (ground IN ('ORDINARY', 'FRONTLINE')),
  reasons      text NOT NULL CHECK (reasons <> ''),
  proposed_on  date NOT NULL,
  state        text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'recommended', 'inspected', 'sitting',
    'adopted', 'published', 'on-trial', 'confirmed', 'ended')),
  reached      text NOT NULL DEFAULT 'PROPOSAL',
  candidate    uuid REFERENCES organization.person,
  published_on date,
  public_until date CHECK (public_until > published_on),
  appointed_on date CHECK (appointed_on > public_until),
  tenure       uuid,
  duty         uuid,
  trial_until  date,
  over_on      date,
  outcome      text,
  outcome_why  text,
  UNIQUE (year, number),
  -- No step is skipped.
  CHECK (state = 'proposed' OR state = 'ended' OR candidate IS NOT NULL),
  CHECK (state NOT IN ('published', 'on-trial', 'confirmed') OR published_on IS NOT NULL),
  CHECK (state NOT IN ('on-trial', 'confirmed') OR (appointed_on IS NOT NULL AND tenure IS NOT NULL)),
  CHECK ((state IN ('confirmed', 'ended')) = (over_on IS NOT NULL))
);
-- One selection at a time for who is selected.
CREATE UNIQUE INDEX selection_candidate ON career.selection (candidate)
  WHERE state IN ('recommended', 'inspected', 'sitting', 'adopted', 'published');

CREATE TABLE career.merit (
  id         uuid PRIMARY KEY,
  person     uuid NOT NULL REFERENCES organization.person,
  urgent     boolean NOT NULL,
  title      text NOT NULL,
  result     text NOT NULL,
  witness    text NOT NULL,
  on_day     date NOT NULL
);
CREATE INDEX merit_person ON career.merit (person);
COMMENT ON TABLE career.merit IS 'append-only: selections rest on it';

CREATE TABLE career.recommendation (
  selection    uuid PRIMARY KEY REFERENCES career.selection,
  participants integer NOT NULL CHECK (participants > 0),
  candidate    uuid NOT NULL REFERENCES organization.person,
  reasons      text NOT NULL CHECK (reasons <> '')
);
COMMENT ON TABLE career.recommendation IS 'append-only: as it was counted';

CREATE TABLE career.recommended (
  selection uuid NOT NULL REFERENCES career.recommendation,
  person    uuid NOT NULL REFERENCES organization.person,
  meeting   integer NOT NULL CHECK (meeting >= 0),
  talks     integer NOT NULL CHECK (talks >= 0),
  PRIMARY KEY (selection, person)
);
COMMENT ON TABLE career.recommended IS 'append-only: as it was counted';

CREATE TABLE career.inspection (
  selection uuid PRIMARY KEY REFERENCES career.selection,
  team      uuid[] NOT NULL CHECK (cardinality(team) >= 2),
  merits    uuid[] NOT NULL CHECK (cardinality(merits) >= 1),
  account   text NOT NULL CHECK (account <> '')
);
COMMENT ON TABLE career.inspection IS 'append-only: as it was found';

CREATE TABLE career.checked (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  selection uuid NOT NULL REFERENCES career.selection,
  kind      text NOT NULL CHECK (kind IN ('FILE', 'DECLARATION', 'LEADS')),
  sound     boolean NOT NULL,
  account   text NOT NULL CHECK (account <> ''),
  by_person uuid NOT NULL REFERENCES organization.person,
  on_day    date NOT NULL
);
CREATE INDEX checked_selection ON career.checked (selection);
COMMENT ON TABLE career.checked IS 'append-only: who checked answers for it';

CREATE TABLE career.opinion (
  selection uuid PRIMARY KEY REFERENCES career.selection,
  words     text NOT NULL CHECK (words <> ''),
  first     uuid NOT NULL REFERENCES organization.person,
  on_day    date NOT NULL,
  second    uuid REFERENCES organization.person,
  -- Two people sign.
  CHECK (second <> first)
);

CREATE TABLE career.sitting (
  id        uuid PRIMARY KEY,
  selection uuid NOT NULL REFERENCES career.selection,
  on_day    date NOT NULL,
  numerator integer NOT NULL,
  denominator integer NOT NULL,
  outcome   text
);
CREATE INDEX sitting_selection ON career.sitting (selection);

CREATE TABLE career.seat (
  sitting   uuid NOT NULL REFERENCES career.sitting,
  post      uuid NOT NULL REFERENCES organization.post,
  person    uuid NOT NULL REFERENCES organization.person,
  name      text NOT NULL,
  rank      integer NOT NULL,
  principal boolean NOT NULL,
  present   boolean NOT NULL,
  recused   text,
  PRIMARY KEY (sitting, post)
);
COMMENT ON TABLE career.seat IS 'append-only: who sat';

CREATE TABLE career.stand (
  sitting   uuid NOT NULL,
  post      uuid NOT NULL,
  place     integer NOT NULL,
  stance    text NOT NULL CHECK (stance IN ('AGREE', 'DISAGREE', 'DEFER')),
  words     text NOT NULL,
  last_word boolean NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (sitting, post),
  FOREIGN KEY (sitting, post) REFERENCES career.seat
);
COMMENT ON TABLE career.stand IS 'append-only: as it was said';

CREATE TABLE career.objection (
  id          uuid PRIMARY KEY,
  selection   uuid NOT NULL REFERENCES career.selection,
  words       text NOT NULL CHECK (words <> ''),
  contact     text NOT NULL,
  on_day      date NOT NULL,
  answered_on date,
  holds       boolean NOT NULL DEFAULT false,
  account     text NOT NULL DEFAULT ''
);
CREATE INDEX objection_selection ON career.objection (selection);
