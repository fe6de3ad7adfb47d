-- What a run measured by village: what the public results show.
CREATE TABLE compensation.village (
  run      uuid NOT NULL REFERENCES measurement.run,
  township text NOT NULL,
  village  text NOT NULL,
  lines    integer NOT NULL,
  paid     numeric(18, 2) NOT NULL,
  PRIMARY KEY (run, township, village)
);

CREATE TABLE compensation.review (
  run  uuid PRIMARY KEY REFERENCES measurement.run,
  duty uuid
);

-- A parcel or structure that was not paid as the standard says, or not as its like.
CREATE TABLE compensation.deviation (
  id           uuid PRIMARY KEY,
  number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  run          uuid NOT NULL REFERENCES measurement.run,
  item         text NOT NULL,
  line         text NOT NULL,
  township     text NOT NULL,
  village      text NOT NULL,
  findings     text[] NOT NULL,
  area         numeric(18, 4) NOT NULL,
  paid         numeric(18, 2) NOT NULL,
  computed     numeric(18, 2),
  usual        numeric(18, 2),
  state        text NOT NULL CHECK (state IN ('open', 'explained', 'accepted', 'corrected')),
  explanation  text NOT NULL DEFAULT '',
  explained_on date,
  explained_by uuid,
  amount_now   numeric(18, 2),
  closed_on    date,
  closed_by    uuid,
  entry        bigint,
  UNIQUE (run, item, line),
  CHECK ((state IN ('accepted', 'corrected')) = (closed_on IS NOT NULL)),
  CHECK ((state = 'corrected') = (amount_now IS NOT NULL)),
  -- Nobody accepts their own explanation.
  CHECK (state <> 'accepted' OR closed_by IS DISTINCT FROM explained_by)
);
CREATE INDEX deviation_run ON compensation.deviation (run, township, village);
