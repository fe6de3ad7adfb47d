ALTER TABLE procurement.project ADD COLUMN decision uuid REFERENCES deliberation.matter;
CREATE INDEX project_decision ON procurement.project (decision) WHERE decision IS NOT NULL;

-- Of the code by which a bid can be taken back; the code itself is with the bidder only.
ALTER TABLE procurement.bid ADD COLUMN withdrawal text NOT NULL DEFAULT '';
