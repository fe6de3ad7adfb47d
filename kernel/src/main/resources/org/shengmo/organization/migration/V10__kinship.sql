-- Kinship that avoidance rules look at. Symmetric: one row for a pair, the smaller identifier first.
CREATE TABLE organization.kinship (
  id       uuid PRIMARY KEY,
  person   uuid NOT NULL REFERENCES organization.person,
  relative uuid NOT NULL REFERENCES organization.person,
  relation text NOT NULL,
  during   daterange NOT NULL CHECK (NOT isempty(during) AND lower(during) IS NOT NULL),
  CHECK (person < relative),
  CONSTRAINT kinship_once EXCLUDE USING gist (person WITH =, relative WITH =, during WITH &&)
);
CREATE INDEX kinship_of_relative ON organization.kinship (relative);
