CREATE TABLE portal.day (
  day     date PRIMARY KEY,
  done_at timestamptz NOT NULL
);
COMMENT ON TABLE portal.day IS 'append-only: days whose rounds are all done';
