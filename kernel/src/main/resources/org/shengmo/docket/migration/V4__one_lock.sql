-- Entry, payload and place are written by one statement each, and DocketAudit finds what lacks its other half. A foreign
-- key would lock the entry's row again for each of them, which costs as much as the row itself.
ALTER TABLE docket.payload DROP CONSTRAINT payload_entry_id_fkey;
ALTER TABLE docket.leaf DROP CONSTRAINT leaf_entry_id_fkey;
