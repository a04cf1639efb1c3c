-- What links hold together, each group named by the smallest record id in it.
ALTER TABLE record ADD COLUMN deed TEXT;     -- records that tell one step, deed or measure; NULL of one that people have rejected
ALTER TABLE record ADD COLUMN thread TEXT;   -- the steps of one contact: request, reply, outcome
ALTER TABLE record ADD COLUMN codes TEXT;    -- of an event: the record that it codes, whose deed is its own
UPDATE record SET deed = id, thread = id, codes = CASE kind WHEN 'event' THEN json_extract(body, '$.of') END;
CREATE INDEX record_codes ON record (codes) WHERE codes IS NOT NULL;
CREATE INDEX record_deed ON record (deed);
CREATE INDEX record_thread ON record (thread);

-- Links of the ledger are made anew where records have changed: two sides (or one, high '') and the month.
CREATE TABLE to_link (
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  month TEXT NOT NULL,
  PRIMARY KEY (low, high, month)
) STRICT, WITHOUT ROWID;
INSERT INTO to_link
  SELECT DISTINCT low, high, substr(day, 1, 7) FROM pair
  WHERE kind IN ('contact', 'incident', 'measure', 'dispute', 'statement') AND day <> '';
INSERT OR IGNORE INTO to_link
  SELECT DISTINCT side, '', substr(day, 1, 7) FROM involved
  WHERE kind IN ('incident', 'measure', 'tenure') AND day <> ''
    AND (SELECT count(*) FROM involved other WHERE other.record = involved.record) = 1;

-- The two sides for which the ledger made a link; '' of any other judgement. One link may be made for several.
ALTER TABLE judgement ADD COLUMN scope TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX judgement_standing ON judgement (id, by, scope) WHERE withdrawn_at IS NULL;
