-- Complaints about officials. They never were petitions: other tables, and a second lock in the database. A row shows only
-- to a transaction that came through the intake's door, for a reader it is not about, or that brings the row's own code.
-- What is about the intake's own people (above) opens only by the door of those above them.
CREATE TABLE petition.accusation (
  id             uuid PRIMARY KEY,
  number         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  code           bytea NOT NULL UNIQUE CHECK (octet_length(code) = 32),
  channel        text NOT NULL,
  naming         text NOT NULL CHECK (naming IN ('NAMED', 'CONFIDENTIAL', 'ANONYMOUS')),
  accused        text NOT NULL,
  accused_people uuid[] NOT NULL,
  accused_bodies uuid[] NOT NULL,
  above          boolean NOT NULL,
  place          uuid REFERENCES organization.body,
  text           text NOT NULL,
  name           text NOT NULL DEFAULT '',
  phone          text NOT NULL DEFAULT '',
  received_at    timestamptz NOT NULL,
  received_on    date NOT NULL,
  due            date NOT NULL,
  state          text NOT NULL CHECK (state IN ('RECEIVED', 'TAKEN', 'ANSWERED')),
  taken_on       date,
  answered_on    date
);

CREATE TABLE petition.accusation_message (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  accusation  uuid NOT NULL REFERENCES petition.accusation,
  at          timestamptz NOT NULL,
  from_intake boolean NOT NULL,
  text        text NOT NULL,
  attachments uuid[] NOT NULL DEFAULT '{}'
);

CREATE FUNCTION petition.accusation_opens(code bytea, above boolean, people uuid[], bodies uuid[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce(code = decode(nullif(current_setting('shengmo.accusation_code', true), ''), 'hex'), false)
      OR (coalesce(current_setting('shengmo.accusation_door', true), '') = CASE WHEN above THEN 'above' ELSE 'intake' END
          AND coalesce(nullif(current_setting('shengmo.reader', true), '')::uuid <> ALL (people), false)
          AND NOT bodies && string_to_array(coalesce(current_setting('shengmo.reader_bodies', true), ''), ',')::uuid[])
$$;

ALTER TABLE petition.accusation ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON petition.accusation
  USING (petition.accusation_opens(code, above, accused_people, accused_bodies)) WITH CHECK (true);

ALTER TABLE petition.accusation_message ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON petition.accusation_message
  USING (EXISTS (SELECT 1 FROM petition.accusation a WHERE a.id = accusation)) WITH CHECK (true);
