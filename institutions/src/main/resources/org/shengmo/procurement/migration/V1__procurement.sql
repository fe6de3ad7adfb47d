CREATE TABLE procurement.centre (
  kind  text PRIMARY KEY CHECK (kind IN ('CONSTRUCTION', 'REVIEW', 'TRADING', 'SUPERVISION')),
  body  uuid NOT NULL UNIQUE REFERENCES organization.body,
  since date NOT NULL
);

CREATE TABLE procurement.project (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  title       text NOT NULL,
  text        text NOT NULL,
  category    text NOT NULL,
  owner       uuid NOT NULL REFERENCES organization.body,
  place       text NOT NULL,
  estimate    numeric(15, 2) NOT NULL CHECK (estimate > 0),
  proposed_on date NOT NULL,
  stage       text NOT NULL,
  budget      numeric(15, 2) CHECK (budget > 0),
  budgeted_on date,
  reviewed    numeric(15, 2) CHECK (reviewed > 0 AND reviewed <= budget),
  reviewed_on date,
  review_note text NOT NULL DEFAULT '',
  accepted_on date,
  acceptance  text NOT NULL DEFAULT '',
  archived_on date,
  archive     text NOT NULL DEFAULT ''
);

CREATE TABLE procurement.assignment (
  project     uuid NOT NULL REFERENCES procurement.project,
  centre      text NOT NULL,
  post        uuid NOT NULL REFERENCES organization.post,
  person      uuid NOT NULL REFERENCES organization.person,
  body        uuid NOT NULL REFERENCES organization.body,
  assigned_on date NOT NULL,
  PRIMARY KEY (project, centre)
);

-- Whoever once handled a stage of a project handles no other, even after somebody else took over.
CREATE TABLE procurement.hand (
  project uuid NOT NULL REFERENCES procurement.project,
  centre  text NOT NULL,
  person  uuid NOT NULL REFERENCES organization.person,
  PRIMARY KEY (project, centre, person)
);
COMMENT ON TABLE procurement.hand IS 'append-only: what was handled stays handled';

CREATE TABLE procurement.expert (
  code      text PRIMARY KEY,
  name      text NOT NULL,
  specialty text NOT NULL,
  employer  text NOT NULL,
  person    uuid REFERENCES organization.person,
  interests text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE procurement.tender (
  id                uuid PRIMARY KEY,
  project           uuid NOT NULL REFERENCES procurement.project,
  round             integer NOT NULL,
  method            text NOT NULL,
  ceiling           numeric(15, 2) NOT NULL,
  published_on      date NOT NULL,
  sale_until        date NOT NULL,
  deadline          timestamptz NOT NULL,
  bid_deposit       numeric(15, 2) NOT NULL CHECK (bid_deposit >= 0),
  performance_share numeric(5, 4) NOT NULL CHECK (performance_share >= 0),
  members           integer NOT NULL,
  experts           integer NOT NULL,
  specialty         text NOT NULL,
  state             text NOT NULL,
  key_trading       bytea,
  key_supervision   bytea,
  pool              text[],
  pool_entry        bigint,
  opened_at         timestamptz,
  tree_size         bigint,
  root              text,
  seed              text,
  evaluated_on      date,
  candidates_on     date,
  candidates_until  date,
  publish_duty      uuid,
  winner            uuid,
  awarded_on        date,
  contract_duty     uuid,
  failure           text NOT NULL DEFAULT '',
  UNIQUE (project, round)
);

CREATE TABLE procurement.bid (
  id                uuid PRIMARY KEY,
  tender            uuid NOT NULL REFERENCES procurement.tender,
  number            integer NOT NULL,
  received_at       timestamptz NOT NULL,
  envelope          text NOT NULL,
  entry             bigint NOT NULL,
  share_trading     bytea,
  share_supervision bytea,
  state             text NOT NULL,
  firm              text NOT NULL DEFAULT '',
  credit_code       text NOT NULL DEFAULT '',
  price             numeric(15, 2),
  days              integer,
  nonce             text NOT NULL DEFAULT '',
  reason            text NOT NULL DEFAULT '',
  points            numeric(7, 4),
  rank              integer,
  UNIQUE (tender, number)
);

CREATE TABLE procurement.committee (
  tender      uuid NOT NULL REFERENCES procurement.tender,
  place       integer NOT NULL,
  code        text NOT NULL,
  name        text NOT NULL,
  expert      boolean NOT NULL,
  passed_over text NOT NULL DEFAULT '',
  PRIMARY KEY (tender, place)
);
COMMENT ON TABLE procurement.committee IS 'append-only: drawn once';

CREATE TABLE procurement.points (
  tender uuid NOT NULL REFERENCES procurement.tender,
  code   text NOT NULL,
  bid    uuid NOT NULL REFERENCES procurement.bid,
  points numeric(5, 2) NOT NULL CHECK (points BETWEEN 0 AND 100),
  PRIMARY KEY (tender, code, bid)
);
COMMENT ON TABLE procurement.points IS 'append-only: each member answers for their points';

CREATE TABLE procurement.contract (
  project     uuid PRIMARY KEY REFERENCES procurement.project,
  tender      uuid NOT NULL REFERENCES procurement.tender,
  firm        text NOT NULL,
  credit_code text NOT NULL,
  amount      numeric(15, 2) NOT NULL CHECK (amount > 0),
  deposit     numeric(15, 2) NOT NULL CHECK (deposit >= 0),
  signed_on   date NOT NULL,
  entry       bigint NOT NULL
);
COMMENT ON TABLE procurement.contract IS 'append-only: signed';

CREATE TABLE procurement.change (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project    uuid NOT NULL REFERENCES procurement.project,
  amount     numeric(15, 2) NOT NULL CHECK (amount <> 0),
  reasons    text NOT NULL CHECK (reasons <> ''),
  decision   uuid,
  changed_on date NOT NULL
);
COMMENT ON TABLE procurement.change IS 'append-only: changed';

CREATE TABLE procurement.payment (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  project uuid NOT NULL REFERENCES procurement.project,
  amount  numeric(15, 2) NOT NULL CHECK (amount > 0),
  purpose text NOT NULL,
  paid_on date NOT NULL
);
COMMENT ON TABLE procurement.payment IS 'append-only: paid';

CREATE TABLE procurement.remedy (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  project     uuid NOT NULL REFERENCES procurement.project,
  tender      uuid NOT NULL REFERENCES procurement.tender,
  kind        text NOT NULL,
  who         text NOT NULL,
  text        text NOT NULL,
  brought_on  date NOT NULL,
  due         date NOT NULL,
  duty        uuid NOT NULL,
  answered_on date,
  answer      text NOT NULL DEFAULT '',
  upheld      boolean
);

CREATE TABLE procurement.flag (
  id         uuid PRIMARY KEY,
  check_id   text NOT NULL,
  subject    text NOT NULL,
  finding    text NOT NULL,
  project    uuid REFERENCES procurement.project,
  facts      text NOT NULL,
  source     text NOT NULL,
  flagged_on date NOT NULL,
  stated     uuid,
  set_aside  text NOT NULL DEFAULT '',
  judged_on  date,
  UNIQUE (check_id, subject, finding)
);

CREATE INDEX ON procurement.tender (project);
CREATE INDEX ON procurement.change (project);
CREATE INDEX ON procurement.payment (project);
CREATE INDEX ON procurement.remedy (project);
CREATE INDEX ON procurement.contract (signed_on);
