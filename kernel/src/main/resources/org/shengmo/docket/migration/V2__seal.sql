-- The transparency log: which entry stands where in the tree, the tree's tiles and bundles, and the signed checkpoints.

CREATE TABLE docket.leaf (
  index    bigint PRIMARY KEY CHECK (index >= 0),
  entry_id bigint NOT NULL UNIQUE REFERENCES docket.entry
);
COMMENT ON TABLE docket.leaf IS 'append-only: the place of an entry in the tree never changes';

-- Level -1 holds entry bundles. The rightmost of a level grows in place; what it held stays its beginning.
CREATE TABLE docket.tile (
  level   smallint NOT NULL CHECK (level BETWEEN -1 AND 63),
  index   bigint   NOT NULL CHECK (index >= 0),
  width   smallint NOT NULL CHECK (width BETWEEN 1 AND 256),
  content bytea    NOT NULL CHECK (level < 0 OR octet_length(content) = 32 * width),
  PRIMARY KEY (level, index)
);

CREATE FUNCTION docket.tile_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.level <> OLD.level OR NEW.index <> OLD.index OR NEW.width < OLD.width
      OR substring(NEW.content FROM 1 FOR octet_length(OLD.content)) <> OLD.content THEN
    RAISE EXCEPTION 'a tile of the log only grows: level %, index %', OLD.level, OLD.index;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tile_only_grows BEFORE UPDATE OR DELETE ON docket.tile
  FOR EACH ROW EXECUTE FUNCTION docket.tile_only_grows();

CREATE TABLE docket.checkpoint (
  number bigint PRIMARY KEY CHECK (number >= 0),
  size   bigint NOT NULL CHECK (size >= 0),
  note   bytea  NOT NULL
);
COMMENT ON TABLE docket.checkpoint IS 'append-only: what was signed stays signed';
