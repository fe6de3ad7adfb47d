CREATE TABLE deliberation.matter (
  id                 uuid PRIMARY KEY,
  number             bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  kind               text NOT NULL,
  title              text NOT NULL CHECK (title <> ''),
  text               text NOT NULL,
  amount             numeric(15, 2) CHECK (amount >= 0),
  project            text NOT NULL,
  supplier           text NOT NULL,
  place              text NOT NULL,
  body               uuid NOT NULL REFERENCES organization.body,
  decider            uuid NOT NULL REFERENCES organization.body,
  steps              text[] NOT NULL,
  hear               text NOT NULL,
  quorum_numerator   integer NOT NULL,
  quorum_denominator integer NOT NULL,
  clauses            text NOT NULL,
  open               boolean NOT NULL,
  proposed_on        date NOT NULL,
  proposed_by        uuid NOT NULL REFERENCES organization.person,
  proposed_post      uuid NOT NULL REFERENCES organization.post,
  state              text NOT NULL CHECK (state IN ('preparing', 'tabled', 'adopted', 'rejected', 'withdrawn')),
  closed_on          date,
  CHECK ((state IN ('adopted', 'rejected', 'withdrawn')) = (closed_on IS NOT NULL))
);
CREATE INDEX matter_kind ON deliberation.matter (kind, proposed_on);
CREATE INDEX matter_body ON deliberation.matter (body);
CREATE INDEX matter_state ON deliberation.matter (state);

CREATE TABLE deliberation.concerned (
  matter uuid NOT NULL REFERENCES deliberation.matter,
  person uuid NOT NULL REFERENCES organization.person,
  PRIMARY KEY (matter, person)
);

-- A firm in which somebody has an interest, as declared.
CREATE TABLE deliberation.interest (
  person   uuid NOT NULL REFERENCES organization.person,
  supplier text NOT NULL CHECK (supplier <> ''),
  since    date NOT NULL,
  PRIMARY KEY (person, supplier)
);

CREATE TABLE deliberation.step (
  matter     uuid NOT NULL REFERENCES deliberation.matter,
  step       text NOT NULL,
  begun_on   date NOT NULL,
  ended_on   date CHECK (ended_on >= begun_on),
  favourable boolean,
  account    text NOT NULL DEFAULT '',
  exemption  text,
  PRIMARY KEY (matter, step)
);

CREATE TABLE deliberation.comment (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matter   uuid NOT NULL REFERENCES deliberation.matter,
  given_on date NOT NULL,
  text     text NOT NULL CHECK (text <> '')
);
CREATE INDEX comment_matter ON deliberation.comment (matter);
COMMENT ON TABLE deliberation.comment IS 'append-only: what the public said stays said';

CREATE TABLE deliberation.meeting (
  id        uuid PRIMARY KEY,
  number    bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  body      uuid NOT NULL REFERENCES organization.body,
  held_on   date NOT NULL,
  place     text NOT NULL,
  progress  text NOT NULL CHECK (progress IN ('CONVENED', 'OPEN', 'CLOSED')),
  revision  bigint NOT NULL DEFAULT 0,
  minutes   text,
  sha256    text,
  closed_on date,
  CHECK ((progress = 'CLOSED') = (minutes IS NOT NULL)),
  CHECK ((minutes IS NULL) = (sha256 IS NULL))
);

CREATE TABLE deliberation.member (
  meeting   uuid NOT NULL REFERENCES deliberation.meeting,
  post      uuid NOT NULL REFERENCES organization.post,
  person    uuid NOT NULL REFERENCES organization.person,
  name      text NOT NULL,
  rank      integer NOT NULL,
  principal boolean NOT NULL,
  duty      uuid,
  PRIMARY KEY (meeting, post)
);
CREATE INDEX member_person ON deliberation.member (person);

CREATE TABLE deliberation.presence (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting uuid NOT NULL,
  post    uuid NOT NULL,
  arrived boolean NOT NULL,
  at      timestamptz NOT NULL,
  FOREIGN KEY (meeting, post) REFERENCES deliberation.member
);
CREATE INDEX presence_meeting ON deliberation.presence (meeting, id);
COMMENT ON TABLE deliberation.presence IS 'append-only: who came and went when';

CREATE TABLE deliberation.agenda (
  meeting  uuid NOT NULL REFERENCES deliberation.meeting,
  matter   uuid NOT NULL REFERENCES deliberation.matter,
  position integer NOT NULL,
  progress text NOT NULL CHECK (progress IN ('WAITING', 'OPEN', 'CLOSED')),
  outcome  text CHECK (outcome IN ('ADOPTED', 'DEFERRED', 'REJECTED')),
  PRIMARY KEY (meeting, matter),
  UNIQUE (meeting, position),
  CHECK ((progress = 'CLOSED') = (outcome IS NOT NULL))
);
-- A matter stands on one agenda at a time, one item of a meeting is heard at a time, and what is adopted or rejected is so once.
CREATE UNIQUE INDEX agenda_matter ON deliberation.agenda (matter) WHERE progress <> 'CLOSED';
CREATE UNIQUE INDEX agenda_open ON deliberation.agenda (meeting) WHERE progress = 'OPEN';
CREATE UNIQUE INDEX agenda_decided ON deliberation.agenda (matter) WHERE outcome IN ('ADOPTED', 'REJECTED');

CREATE TABLE deliberation.recusal (
  meeting uuid NOT NULL,
  matter  uuid NOT NULL,
  post    uuid NOT NULL,
  ground  text NOT NULL CHECK (ground <> ''),
  PRIMARY KEY (meeting, matter, post),
  FOREIGN KEY (meeting, matter) REFERENCES deliberation.agenda,
  FOREIGN KEY (meeting, post) REFERENCES deliberation.member
);
COMMENT ON TABLE deliberation.recusal IS 'append-only: who kept out and why';

CREATE TABLE deliberation.pass (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  meeting uuid NOT NULL,
  matter  uuid NOT NULL,
  post    uuid NOT NULL,
  FOREIGN KEY (meeting, matter) REFERENCES deliberation.agenda,
  FOREIGN KEY (meeting, post) REFERENCES deliberation.member
);
CREATE INDEX pass_meeting ON deliberation.pass (meeting);
COMMENT ON TABLE deliberation.pass IS 'append-only: who let others speak first';

-- One stand a member, in an order without gaps or ties: the database holds it too.
CREATE TABLE deliberation.stand (
  meeting uuid NOT NULL,
  matter  uuid NOT NULL,
  post    uuid NOT NULL,
  place   integer NOT NULL CHECK (place >= 1),
  stance  text NOT NULL CHECK (stance IN ('AGREE', 'DISAGREE', 'DEFER')),
  words   text NOT NULL,
  last    boolean NOT NULL,
  at      timestamptz NOT NULL,
  entry   bigint NOT NULL REFERENCES docket.entry,
  PRIMARY KEY (meeting, matter, post),
  UNIQUE (meeting, matter, place),
  FOREIGN KEY (meeting, matter) REFERENCES deliberation.agenda,
  FOREIGN KEY (meeting, post) REFERENCES deliberation.member
);
COMMENT ON TABLE deliberation.stand IS 'append-only: said is said';

CREATE TABLE deliberation.signature (
  meeting     uuid NOT NULL,
  post        uuid NOT NULL,
  sha256      text NOT NULL,
  reservation text NOT NULL,
  signed_on   date NOT NULL,
  PRIMARY KEY (meeting, post),
  FOREIGN KEY (meeting, post) REFERENCES deliberation.member
);
COMMENT ON TABLE deliberation.signature IS 'append-only: signed is signed';

CREATE TABLE deliberation.task (
  id     uuid PRIMARY KEY,
  matter uuid NOT NULL REFERENCES deliberation.matter,
  title  text NOT NULL,
  owner  uuid NOT NULL REFERENCES organization.post,
  due    date NOT NULL,
  duty   uuid NOT NULL
);
CREATE INDEX task_matter ON deliberation.task (matter);

CREATE TABLE deliberation.evaluation (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matter       uuid NOT NULL REFERENCES deliberation.matter,
  evaluated_on date NOT NULL,
  sound        boolean NOT NULL,
  account      text NOT NULL CHECK (account <> '')
);
CREATE INDEX evaluation_matter ON deliberation.evaluation (matter);
COMMENT ON TABLE deliberation.evaluation IS 'append-only: what was found afterwards';
