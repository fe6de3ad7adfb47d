CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

-- One row: what changed last. Every command raises it first, so that writers come one after another and a reader sees by
-- one look whether what it keeps in memory still stands, and which part does not.
CREATE TABLE organization.version (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  value      bigint NOT NULL DEFAULT 0,
  body       bigint NOT NULL DEFAULT 0,
  post       bigint NOT NULL DEFAULT 0,
  person     bigint NOT NULL DEFAULT 0,
  name       bigint NOT NULL DEFAULT 0,
  tenure     bigint NOT NULL DEFAULT 0,
  portfolio  bigint NOT NULL DEFAULT 0,
  coverage   bigint NOT NULL DEFAULT 0,
  holding    bigint NOT NULL DEFAULT 0,
  membership bigint NOT NULL DEFAULT 0
);
INSERT INTO organization.version DEFAULT VALUES;

CREATE TABLE organization.body (
  id          uuid PRIMARY KEY,
  code        text NOT NULL CONSTRAINT body_code UNIQUE,
  kind        text NOT NULL,
  parent      uuid REFERENCES organization.body,
  position    integer NOT NULL,
  established date,
  abolished   date CHECK (abolished > established),
  changed     bigint NOT NULL
);
CREATE INDEX body_parent ON organization.body (parent);
CREATE INDEX body_changed ON organization.body (changed);

CREATE TABLE organization.post (
  id            uuid PRIMARY KEY,
  code          text NOT NULL CONSTRAINT post_code UNIQUE,
  body          uuid NOT NULL REFERENCES organization.body,
  kind          text,
  head          boolean NOT NULL,
  rank          integer NOT NULL CHECK (rank >= 1),
  permissions   text[] NOT NULL,
  reach         text NOT NULL,
  chosen_bodies uuid[] NOT NULL,
  abolished     date,
  changed       bigint NOT NULL
);
CREATE UNIQUE INDEX post_head ON organization.post (body) WHERE head AND abolished IS NULL;
CREATE INDEX post_kind ON organization.post (kind);
CREATE INDEX post_changed ON organization.post (changed);

-- The seats of a post are rows, so that a tenure can only sit on one that there is.
CREATE TABLE organization.seat (
  post   uuid NOT NULL REFERENCES organization.post,
  number smallint NOT NULL CHECK (number >= 1),
  PRIMARY KEY (post, number)
);

CREATE TABLE organization.person (
  id      uuid PRIMARY KEY,
  code    text NOT NULL CONSTRAINT person_code UNIQUE,
  changed bigint NOT NULL
);
CREATE INDEX person_changed ON organization.person (changed);

-- Names of bodies, posts and people, each borne in its time.
CREATE TABLE organization.name (
  id      uuid PRIMARY KEY,
  body    uuid REFERENCES organization.body,
  post    uuid REFERENCES organization.post,
  person  uuid REFERENCES organization.person,
  thing   uuid NOT NULL GENERATED ALWAYS AS (coalesce(body, post, person)) STORED,
  name    text NOT NULL CHECK (name <> ''),
  during  daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
  changed bigint NOT NULL,
  CHECK (num_nonnulls(body, post, person) = 1),
  CONSTRAINT name_once EXCLUDE USING gist (thing WITH =, during WITH &&)
);
CREATE INDEX name_changed ON organization.name (changed);

-- No two sit on one seat on one day, and nobody sits on two seats of one post. The first is deferrable for the moment in
-- which people are moved to other seats so that one who fits can be seated.
CREATE TABLE organization.tenure (
  id       uuid PRIMARY KEY,
  person   uuid NOT NULL REFERENCES organization.person,
  post     uuid NOT NULL,
  seat     smallint NOT NULL,
  during   daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
  annulled boolean NOT NULL DEFAULT false,
  recorded date NOT NULL,
  entry    bigint REFERENCES docket.entry,
  changed  bigint NOT NULL,
  FOREIGN KEY (post, seat) REFERENCES organization.seat,
  CONSTRAINT tenure_seat EXCLUDE USING gist (post WITH =, seat WITH =, during WITH &&)
    WHERE (NOT annulled) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT tenure_person EXCLUDE USING gist (post WITH =, person WITH =, during WITH &&) WHERE (NOT annulled)
);
CREATE INDEX tenure_of_person ON organization.tenure (person);
CREATE INDEX tenure_changed ON organization.tenure (changed);

CREATE TABLE organization.portfolio (
  id      uuid PRIMARY KEY,
  code    text NOT NULL CONSTRAINT portfolio_code UNIQUE,
  name    text NOT NULL CHECK (name <> ''),
  changed bigint NOT NULL
);

CREATE TABLE organization.coverage (
  id        uuid PRIMARY KEY,
  portfolio uuid NOT NULL REFERENCES organization.portfolio,
  body      uuid NOT NULL REFERENCES organization.body,
  during    daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
  changed   bigint NOT NULL,
  CONSTRAINT coverage_once EXCLUDE USING gist (portfolio WITH =, body WITH =, during WITH &&)
);
CREATE INDEX coverage_changed ON organization.coverage (changed);

CREATE TABLE organization.holding (
  id        uuid PRIMARY KEY,
  portfolio uuid NOT NULL REFERENCES organization.portfolio,
  post      uuid NOT NULL REFERENCES organization.post,
  during    daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
  changed   bigint NOT NULL,
  CONSTRAINT holding_once EXCLUDE USING gist (portfolio WITH =, during WITH &&)
);
CREATE INDEX holding_changed ON organization.holding (changed);

CREATE TABLE organization.membership (
  id                uuid PRIMARY KEY,
  coordinating_body uuid NOT NULL REFERENCES organization.body,
  body              uuid NOT NULL REFERENCES organization.body,
  during            daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
  left_entry        bigint REFERENCES docket.entry,
  left_recorded     date,
  changed           bigint NOT NULL,
  CHECK (coordinating_body <> body),
  CONSTRAINT membership_once EXCLUDE USING gist (coordinating_body WITH =, body WITH =, during WITH &&)
);
CREATE INDEX membership_changed ON organization.membership (changed);
