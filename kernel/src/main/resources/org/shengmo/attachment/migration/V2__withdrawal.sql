-- The one way out: a file whose matter turns out to be secret goes into its room's own lock, and leaves no copy here. What
-- others put in under the same content stays theirs.
CREATE FUNCTION attachment.withdraw(file uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  gone bytea;
BEGIN
  DELETE FROM attachment.attached WHERE attachment_id = file;
  DELETE FROM attachment.attachment WHERE id = file RETURNING sha256 INTO gone;
  DELETE FROM attachment.content c
  WHERE c.sha256 = gone AND NOT EXISTS (SELECT 1 FROM attachment.attachment a WHERE a.sha256 = gone);
END
$$;
REVOKE EXECUTE ON FUNCTION attachment.withdraw(uuid) FROM PUBLIC;
COMMENT ON TABLE attachment.content IS 'append-only: a content has its hash for ever; only withdraw() takes it out';
COMMENT ON TABLE attachment.attachment IS 'append-only: what was put in stays as it was put in; only withdraw() takes it out';
COMMENT ON TABLE attachment.attached IS 'append-only: what is attached stays attached; only withdraw() takes it out';
