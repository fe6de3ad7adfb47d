-- Attempts under logins that nobody has, counted as those of accounts are, so that nobody learns which logins exist.
CREATE TABLE access.unknown_login (
  login        text PRIMARY KEY,
  failures     integer NOT NULL,
  locked_until timestamptz,
  tried_at     timestamptz NOT NULL
);
CREATE INDEX unknown_login_tried ON access.unknown_login (tried_at);
