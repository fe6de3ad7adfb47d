CREATE TABLE access.account (
  person        uuid PRIMARY KEY,
  login         text NOT NULL CONSTRAINT account_login UNIQUE CHECK (login = lower(login)),
  hash          text NOT NULL,
  failures      integer NOT NULL DEFAULT 0,
  locked_until  timestamptz,
  must_change   boolean NOT NULL,
  demonstration boolean NOT NULL DEFAULT false,
  closed        boolean NOT NULL DEFAULT false,
  opened_at     timestamptz NOT NULL
);
