-- One row once a replay began: whether it came to its end, and how far the clock is from the real time since.
CREATE TABLE demo.replay (
  only_one      boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  finished      boolean NOT NULL DEFAULT false,
  shift_seconds bigint NOT NULL DEFAULT 0
);
