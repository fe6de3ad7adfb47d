-- A chart is what its bytes are: whoever runs it, runs what was published.
CREATE TABLE workflow.chart (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$' AND hash = encode(sha256(bpmn), 'hex')),
  name text NOT NULL,
  bpmn bytea NOT NULL
);
COMMENT ON TABLE workflow.chart IS 'append-only: what was published stays published';

CREATE TABLE workflow.deployed (
  hash       text PRIMARY KEY REFERENCES workflow.chart,
  definition text NOT NULL
);
COMMENT ON TABLE workflow.deployed IS 'append-only: under which definition the engine runs a chart';
