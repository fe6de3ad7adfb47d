-- Files of complaints about officials lie behind the same lock as their words, not among the files of all rooms.
CREATE TABLE petition.accusation_file (
  id         uuid PRIMARY KEY,
  accusation uuid NOT NULL REFERENCES petition.accusation,
  bytes      bytea NOT NULL
);
CREATE INDEX accusation_file_of ON petition.accusation_file (accusation);

ALTER TABLE petition.accusation_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY door ON petition.accusation_file
  USING (EXISTS (SELECT 1 FROM petition.accusation a WHERE a.id = accusation)) WITH CHECK (true);
