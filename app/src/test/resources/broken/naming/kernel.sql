-- Breaks the ladder: kernel SQL that names an institution's schema.
SELECT count(*) FROM charter.version;
