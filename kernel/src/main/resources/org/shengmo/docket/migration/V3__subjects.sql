-- The subject that an entry is about stands in the entry itself; concern holds the further ones only, found both ways.
CREATE INDEX entry_subject ON docket.entry (subject_type, subject_id, id DESC);
DELETE FROM docket.concern c USING docket.entry e
  WHERE e.id = c.entry_id AND e.subject_type = c.subject_type AND e.subject_id = c.subject_id;
CREATE INDEX concern_entry ON docket.concern (entry_id);
