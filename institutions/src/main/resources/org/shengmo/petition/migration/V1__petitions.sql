CREATE TABLE petition.petition (
  id            uuid PRIMARY KEY,
  number        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  code          bytea NOT NULL UNIQUE CHECK (octet_length(code) = 32),
  content       bytea NOT NULL CHECK (octet_length(content) = 32),
  channel       text NOT NULL,
  naming        text NOT NULL CHECK (naming IN ('NAMED', 'CONFIDENTIAL', 'ANONYMOUS')),
  topic         text NOT NULL,
  place         uuid NOT NULL REFERENCES organization.body,
  area          uuid NOT NULL REFERENCES organization.body,
  spot          text NOT NULL DEFAULT '',
  latitude      numeric(9, 6),
  longitude     numeric(9, 6),
  complained    uuid REFERENCES organization.body,
  title         text NOT NULL,
  text          text NOT NULL,
  published     boolean NOT NULL,
  received_at   timestamptz NOT NULL,
  received_on   date NOT NULL,
  state         text NOT NULL CHECK (state IN
                  ('RECEIVED', 'PASSED_ON', 'OBJECTED', 'IN_HAND', 'SUSPENDED', 'ANSWERED', 'UNDER_REVIEW', 'CLOSED')),
  due           date,
  duty          uuid,
  body          uuid REFERENCES organization.body,
  handler       uuid REFERENCES organization.post,
  joint         uuid[] NOT NULL DEFAULT '{}',
  passed_on     date,
  inform_due    date,
  object_due    date,
  objection     text NOT NULL DEFAULT '',
  accepted_on   date,
  extended_days integer NOT NULL DEFAULT 0 CHECK (extended_days >= 0),
  extension     text NOT NULL DEFAULT '',
  stage         integer NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 2),
  reopened      integer NOT NULL DEFAULT 0,
  supervised    integer NOT NULL DEFAULT 0,
  answered_on   date,
  solved_on     date,
  closed_on     date,
  closing       text,
  joined_to     uuid REFERENCES petition.petition,
  CHECK ((state = 'CLOSED') = (closed_on IS NOT NULL)),
  CHECK ((state = 'CLOSED') = (closing IS NOT NULL))
);
CREATE INDEX petition_content ON petition.petition (content, received_on);
CREATE INDEX petition_open_due ON petition.petition (due) WHERE state <> 'CLOSED';
CREATE INDEX petition_body ON petition.petition (body, state);
CREATE INDEX petition_received ON petition.petition (received_on DESC);
CREATE INDEX petition_topic ON petition.petition (topic, area, received_on);
CREATE INDEX petition_joined ON petition.petition (joined_to) WHERE joined_to IS NOT NULL;

-- Who sent it, where they said so. The second lock: a row shows only to a transaction that names this very petition.
CREATE TABLE petition.identity (
  petition uuid PRIMARY KEY REFERENCES petition.petition,
  name     text NOT NULL,
  phone    text NOT NULL
);
ALTER TABLE petition.identity ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_at_a_time ON petition.identity
  USING (petition = nullif(current_setting('shengmo.identity', true), '')::uuid)
  WITH CHECK (true);

-- The same words about the same place by the same sender: their code opens the first.
CREATE TABLE petition.echo (
  code     bytea PRIMARY KEY CHECK (octet_length(code) = 32),
  petition uuid NOT NULL REFERENCES petition.petition,
  on_day   date NOT NULL
);

-- Pairs of characters and words by which petitions are found; moved out of line so that the rows stay small.
CREATE TABLE petition.gram (
  petition uuid PRIMARY KEY REFERENCES petition.petition,
  on_day   date NOT NULL,
  body     uuid,
  grams    text[] NOT NULL
) WITH (toast_tuple_target = 128);
CREATE INDEX gram_grams ON petition.gram USING gin (grams);

CREATE TABLE petition.message (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  petition    uuid NOT NULL REFERENCES petition.petition,
  at          timestamptz NOT NULL,
  from_post   uuid REFERENCES organization.post,
  text        text NOT NULL,
  attachments uuid[] NOT NULL DEFAULT '{}'
);
CREATE INDEX message_petition ON petition.message (petition, id);

CREATE TABLE petition.suspension (
  petition uuid NOT NULL REFERENCES petition.petition,
  stage    integer NOT NULL,
  since    date NOT NULL,
  until    date CHECK (until >= since),
  ground   text NOT NULL CHECK (ground <> ''),
  hearing  boolean NOT NULL,
  PRIMARY KEY (petition, stage, since)
);

CREATE TABLE petition.answer (
  petition    uuid NOT NULL REFERENCES petition.petition,
  round       integer NOT NULL,
  answered_on date NOT NULL,
  post        uuid REFERENCES organization.post,
  body        uuid NOT NULL REFERENCES organization.body,
  outcome     text NOT NULL CHECK (outcome IN ('SOLVED', 'PARTLY', 'EXPLAINED', 'REFUSED')),
  text        text NOT NULL,
  rating      integer CHECK (rating BETWEEN 1 AND 5),
  solved      boolean,
  remark      text NOT NULL DEFAULT '',
  rated_on    date,
  PRIMARY KEY (petition, round)
);

CREATE TABLE petition.review (
  petition   uuid NOT NULL REFERENCES petition.petition,
  stage      integer NOT NULL CHECK (stage IN (1, 2)),
  asked_on   date NOT NULL,
  reasons    text NOT NULL,
  body       uuid NOT NULL REFERENCES organization.body,
  post       uuid NOT NULL REFERENCES organization.post,
  decided_on date,
  outcome    text CHECK (outcome IN ('UPHELD', 'CHANGED')),
  opinion    text NOT NULL DEFAULT '',
  PRIMARY KEY (petition, stage)
);

-- Days before a deadline on which a post wants to be reminded, one choice for each step.
CREATE TABLE petition.reminder (
  post uuid NOT NULL REFERENCES organization.post,
  step text NOT NULL,
  days integer[] NOT NULL,
  PRIMARY KEY (post, step)
);

CREATE TABLE petition.feed (
  token  bytea PRIMARY KEY CHECK (octet_length(token) = 32),
  person uuid NOT NULL REFERENCES organization.person,
  post   uuid NOT NULL REFERENCES organization.post,
  UNIQUE (person, post)
);

CREATE TABLE petition.rectification (
  id        uuid PRIMARY KEY,
  number    bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  year      integer NOT NULL,
  topic     text NOT NULL,
  area      uuid REFERENCES organization.body,
  title     text NOT NULL,
  target    text NOT NULL,
  before    text NOT NULL,
  after     text NOT NULL DEFAULT '',
  owner     uuid NOT NULL REFERENCES organization.post,
  body      uuid NOT NULL REFERENCES organization.body,
  opened_on date NOT NULL,
  due       date NOT NULL,
  duty      uuid NOT NULL,
  state     text NOT NULL CHECK (state IN ('UNDER_WAY', 'DONE', 'CONFIRMED')),
  done_on   date,
  closed_on date,
  returned  integer NOT NULL DEFAULT 0
);

CREATE TABLE petition.rectification_petition (
  rectification uuid NOT NULL REFERENCES petition.rectification,
  petition      uuid NOT NULL REFERENCES petition.petition,
  PRIMARY KEY (rectification, petition)
);
CREATE INDEX rectification_of ON petition.rectification_petition (petition);

CREATE TABLE petition.rectification_step (
  rectification uuid NOT NULL REFERENCES petition.rectification,
  position      integer NOT NULL,
  title         text NOT NULL,
  due           date NOT NULL,
  done_on       date,
  account       text NOT NULL DEFAULT '',
  PRIMARY KEY (rectification, position)
);

CREATE TABLE petition.rectification_proof (
  rectification uuid NOT NULL REFERENCES petition.rectification,
  attachment    uuid NOT NULL,
  after         boolean NOT NULL,
  caption       text NOT NULL,
  shown_on      date NOT NULL,
  PRIMARY KEY (rectification, attachment)
);

CREATE TABLE petition.rectification_voice (
  rectification uuid NOT NULL REFERENCES petition.rectification,
  petition      uuid NOT NULL REFERENCES petition.petition,
  attempt       integer NOT NULL,
  confirmed     boolean NOT NULL,
  remark        text NOT NULL,
  on_day        date NOT NULL,
  PRIMARY KEY (rectification, petition, attempt)
);
