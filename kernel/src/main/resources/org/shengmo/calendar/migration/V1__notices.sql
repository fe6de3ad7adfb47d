CREATE TABLE calendar.notice (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  year   integer NOT NULL CHECK (year BETWEEN 1949 AND 2200),
  facts  text NOT NULL
);
COMMENT ON TABLE calendar.notice IS 'append-only: of one year the notice loaded last counts, over the one shipped';
CREATE INDEX notice_year ON calendar.notice (year, id DESC);
