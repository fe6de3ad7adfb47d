CREATE TABLE duty.regular (
  id        uuid PRIMARY KEY,
  content   text NOT NULL,
  next_from date
);
CREATE INDEX regular_next ON duty.regular (next_from) WHERE next_from IS NOT NULL;

CREATE TABLE duty.duty (
  id            uuid PRIMARY KEY,
  kind          text NOT NULL,
  title         text NOT NULL,
  owner_post    uuid NOT NULL REFERENCES organization.post,
  holder        uuid REFERENCES organization.person,
  creditor_body uuid NOT NULL REFERENCES organization.body,
  clause        text NOT NULL,
  about_type    text NOT NULL,
  about_id      uuid NOT NULL,
  begins        date NOT NULL,
  due           date NOT NULL CHECK (due >= begins),
  first_due     date NOT NULL CHECK (due >= first_due),
  grace_until   date NOT NULL CHECK (grace_until >= due),
  terms         text NOT NULL,
  regular_id    uuid REFERENCES duty.regular,
  state         text NOT NULL CHECK (state IN ('open', 'met', 'withdrawn')),
  breached_on   date,
  closed_on     date,
  met_by        uuid REFERENCES organization.person,
  account       text,
  attachments   uuid[] NOT NULL DEFAULT '{}',
  CHECK ((state = 'open') = (closed_on IS NULL)),
  UNIQUE (regular_id, begins)
);
CREATE INDEX duty_owner ON duty.duty (owner_post, due);
CREATE INDEX duty_creditor ON duty.duty (creditor_body, due);
CREATE INDEX duty_about ON duty.duty (about_id);
CREATE INDEX duty_kind ON duty.duty (kind, due);
CREATE INDEX duty_open_owner ON duty.duty (owner_post, holder) WHERE state = 'open';
CREATE INDEX duty_breach ON duty.duty (grace_until) WHERE state = 'open' AND breached_on IS NULL;

-- What a date brings to a duty that is still open then. Gone when the duty is closed; planned anew when it is extended.
CREATE TABLE duty.milestone (
  duty_id uuid NOT NULL REFERENCES duty.duty,
  step    text NOT NULL CHECK (step IN ('BEGIN', 'REMIND', 'OVERDUE', 'ESCALATE')),
  level   integer NOT NULL,
  on_day  date NOT NULL,
  reached date,
  PRIMARY KEY (duty_id, step, level)
);
CREATE INDEX milestone_next ON duty.milestone (on_day) WHERE reached IS NULL;
