-- Articles are numbered by their day of publication (days since the year 1, times a million), then as they came: the
-- newest stand last in every index, so that a search ends with its first page.
PRAGMA defer_foreign_keys = ON;
DELETE FROM band;
DELETE FROM coverage;
CREATE INDEX article_supersedes ON article (supersedes) WHERE supersedes IS NOT NULL;
CREATE TABLE renumbered (old INTEGER PRIMARY KEY, new INTEGER NOT NULL) STRICT;
INSERT INTO renumbered
  SELECT no, coalesce(CAST(julianday(published_from) - 1721424.5 AS INTEGER), 0) * 1000000
    + row_number() OVER (PARTITION BY published_from ORDER BY no)
  FROM article;
UPDATE record SET article = (SELECT new FROM renumbered WHERE old = article);
UPDATE reading SET article = (SELECT new FROM renumbered WHERE old = article);
UPDATE article SET supersedes = (SELECT new FROM renumbered WHERE old = supersedes) WHERE supersedes IS NOT NULL;
UPDATE article SET no = (SELECT new FROM renumbered WHERE old = no);
DROP TABLE renumbered;
INSERT OR IGNORE INTO coverage
  SELECT low, high, coalesce(published_from, ''), article.no
  FROM pair JOIN record ON record.no = pair.record JOIN article ON article.no = record.article;
INSERT INTO article_words (article_words) VALUES ('rebuild');
CREATE INDEX article_outlet ON article (outlet COLLATE NOCASE);

-- Lists are read off these two tables and off one index of records, newest first: they hold what lists are narrowed by.
ALTER TABLE involved ADD COLUMN article INTEGER;
ALTER TABLE involved ADD COLUMN type TEXT;
ALTER TABLE involved ADD COLUMN channel TEXT;
ALTER TABLE involved ADD COLUMN level TEXT;
ALTER TABLE involved ADD COLUMN forum TEXT;
ALTER TABLE involved ADD COLUMN from_day TEXT;                    -- where it may have been on an earlier day
ALTER TABLE involved ADD COLUMN acts INTEGER NOT NULL DEFAULT 0;  -- whether the side takes the step, acts or speaks
UPDATE involved SET
  (article, type, channel, level, forum, from_day) = (
    SELECT article, type, channel, level, forum, CASE WHEN from_day < day THEN from_day END
    FROM record WHERE no = involved.record),
  acts = EXISTS (
    SELECT 1 FROM party WHERE party.record = involved.record AND party.side = involved.side
    AND role IN ('by', 'actor', 'imposed_by', 'source'));
DROP INDEX involved_record;
CREATE INDEX involved_record ON involved (record, side, acts);

ALTER TABLE pair ADD COLUMN article INTEGER;
ALTER TABLE pair ADD COLUMN type TEXT;
ALTER TABLE pair ADD COLUMN channel TEXT;
ALTER TABLE pair ADD COLUMN level TEXT;
ALTER TABLE pair ADD COLUMN forum TEXT;
ALTER TABLE pair ADD COLUMN from_day TEXT;
ALTER TABLE pair ADD COLUMN low_acts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pair ADD COLUMN high_acts INTEGER NOT NULL DEFAULT 0;
UPDATE pair SET
  (article, type, channel, level, forum, from_day, low_acts) = (
    SELECT article, type, channel, level, forum, from_day, acts
    FROM involved WHERE involved.record = pair.record AND side = low),
  high_acts = (SELECT acts FROM involved WHERE involved.record = pair.record AND side = high);

DROP INDEX record_kind_day;
CREATE INDEX record_listed ON record (kind, day, no, article, type, channel, level, forum, from_day);
DROP INDEX record_article;
CREATE INDEX record_article ON record (article, kind, day);
-- Records of longer stretches than a day: they may be older than the day by which they are listed.
CREATE INDEX record_stretched ON record (kind, day, no, from_day) WHERE from_day < day;

-- What only some records have, to be looked up from either end.
DROP INDEX party_person;
CREATE INDEX party_person ON party (person COLLATE NOCASE, record) WHERE person IS NOT NULL;
CREATE INDEX reason_kind ON reason (kind, record);
CREATE INDEX credit_statement ON credit (statement, record);
CREATE TABLE voice (                -- on whose word a record rests
  side TEXT NOT NULL,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (side, kind, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_record ON voice (record);

-- A reading that another has replaced.
CREATE INDEX reading_before ON reading (article) WHERE NOT current AND packed IS NOT NULL;

-- Copies find each other by fewer bands now (the former were taken out above), and are compared only where marks agree.
CREATE TABLE sketch (
  article INTEGER PRIMARY KEY REFERENCES article,
  marks BLOB NOT NULL
) STRICT;

-- Counts are kept: how many events, records, reports and origins there are of a kind in each month, of each type and so
-- on. What is counted of a record stands in ``counted``; what changes is noted in ``changed``, and before the transaction
-- ends counted anew.
CREATE TABLE counted (
  record INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  family TEXT NOT NULL,
  deed TEXT,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  type TEXT NOT NULL,
  channel TEXT NOT NULL,
  level TEXT NOT NULL,
  outlet TEXT NOT NULL,
  pairs TEXT NOT NULL,
  sides TEXT NOT NULL               -- with the control character 31 between them
) STRICT;
CREATE INDEX counted_article ON counted (article);
CREATE INDEX counted_family ON counted (family);
CREATE INDEX counted_deed ON counted (deed, article, family);

CREATE TABLE tally (
  side TEXT NOT NULL,               -- '': of all
  kind TEXT NOT NULL,
  by TEXT NOT NULL,                 -- month, year, type ..., or two of these
  word TEXT NOT NULL,
  events INTEGER NOT NULL,
  records INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  PRIMARY KEY (side, kind, by, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE changed (record INTEGER PRIMARY KEY) STRICT;
INSERT INTO changed SELECT no FROM record;
CREATE TRIGGER record_came AFTER INSERT ON record BEGIN
  INSERT OR IGNORE INTO changed VALUES (new.no);
END;
CREATE TRIGGER record_went AFTER DELETE ON record BEGIN
  INSERT OR IGNORE INTO changed VALUES (old.no);
END;
CREATE TRIGGER record_changed AFTER UPDATE OF deed, day, type, channel, level ON record BEGIN
  INSERT OR IGNORE INTO changed VALUES (new.no);
END;
CREATE TRIGGER article_changed AFTER UPDATE OF family ON article WHEN old.family IS NOT new.family BEGIN
  INSERT OR IGNORE INTO changed SELECT no FROM record WHERE article = new.no;
END;
