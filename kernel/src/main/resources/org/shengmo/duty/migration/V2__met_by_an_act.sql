-- The page of the act that alone meets the duty; null where an account of what was done will do.
ALTER TABLE duty.duty ADD COLUMN met_at text;
