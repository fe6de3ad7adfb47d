CREATE TABLE consequence.consequence (
  id                uuid PRIMARY KEY,
  number            bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  subject_type      text NOT NULL CHECK (subject_type IN ('person', 'body')),
  subject_id        uuid NOT NULL,
  post              uuid REFERENCES organization.post,
  body              uuid NOT NULL REFERENCES organization.body,
  rank              text NOT NULL,
  finding_id        uuid NOT NULL REFERENCES finding.finding,
  fact_type         text NOT NULL,
  fact_id           uuid NOT NULL,
  title             text NOT NULL,
  proposed          text NOT NULL,
  clause            text NOT NULL,
  proposed_on       date NOT NULL,
  permission        text NOT NULL,
  competence        text NOT NULL,
  state             text NOT NULL CHECK (state IN
    ('proposed', 'not-taken', 'in-force', 'appealed', 'maintained', 'expired', 'revoked')),
  measure           text,
  effect_from       date,
  effect_until      date CHECK (effect_until > effect_from),
  bars              text[] NOT NULL DEFAULT '{}',
  effect_clause     text,
  appeal_until      date,
  appeal_clause     text,
  closes_on         date,
  decided_on        date,
  decided_by        uuid REFERENCES organization.person,
  decided_post      uuid REFERENCES organization.post,
  reasons           text,
  appealed_on       date,
  appealed_by       uuid REFERENCES organization.person,
  appeal            text,
  appeal_files      uuid[],
  appeal_decide_by  date,
  suspends          boolean,
  heard_on          date,
  heard_by          uuid REFERENCES organization.person,
  heard_post        uuid REFERENCES organization.post,
  heard_reasons     text,
  CHECK ((state = 'proposed') = (decided_on IS NULL)),
  CHECK ((state IN ('proposed', 'not-taken')) = (measure IS NULL)),
  CHECK (appealed_on IS NULL OR appealed_on <= appeal_until),
  -- Nobody decides on the appeal against their own decision.
  CHECK (heard_by IS NULL OR heard_by <> decided_by)
);
-- A finding leads to a measure once.
CREATE UNIQUE INDEX consequence_once ON consequence.consequence (finding_id, proposed);
-- One fact is not punished twice by the same measure.
CREATE UNIQUE INDEX consequence_fact ON consequence.consequence (subject_id, fact_id, measure)
  WHERE state NOT IN ('proposed', 'not-taken', 'revoked');
CREATE INDEX consequence_subject ON consequence.consequence (subject_id, number DESC);
CREATE INDEX consequence_body ON consequence.consequence (body, number DESC);
CREATE INDEX consequence_closes ON consequence.consequence (closes_on) WHERE state IN ('in-force', 'maintained');
CREATE INDEX consequence_waiting ON consequence.consequence (permission) WHERE state = 'proposed';
CREATE INDEX consequence_binds ON consequence.consequence (subject_id, effect_until) WHERE cardinality(bars) > 0;
