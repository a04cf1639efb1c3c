-- Steps of contact by place (level, channel, status, factuality), so that the last of each is found at once.
CREATE TABLE step (
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  place TEXT NOT NULL,              -- as 'minister phone held actual'
  day TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES record,
  PRIMARY KEY (low, high, place, day, record)
) STRICT, WITHOUT ROWID;

-- Which articles tell anything of two sides, by the day they were published: '' where that is not known.
CREATE TABLE coverage (
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  day TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article,
  PRIMARY KEY (low, high, day, article)
) STRICT, WITHOUT ROWID;

-- Which dispute is about a record.
CREATE INDEX record_about ON record (json_extract(body, '$.about')) WHERE kind = 'dispute';

INSERT INTO step
  SELECT low, high, level || ' ' || channel || ' ' || type || ' ' || factuality, pair.day, record.no
  FROM pair JOIN record ON record.no = pair.record WHERE pair.kind = 'contact';
INSERT OR IGNORE INTO coverage
  SELECT low, high, coalesce(published_from, ''), article.no
  FROM pair JOIN record ON record.no = pair.record JOIN article ON article.no = record.article;

-- Both follow the table pair, whose rows are written after their records and cleared before them.
CREATE TRIGGER pair_listed AFTER INSERT ON pair BEGIN
  INSERT INTO step
    SELECT new.low, new.high, level || ' ' || channel || ' ' || type || ' ' || factuality, new.day, no
    FROM record WHERE no = new.record AND kind = 'contact';
  INSERT OR IGNORE INTO coverage
    SELECT new.low, new.high, coalesce(published_from, ''), article.no
    FROM record JOIN article ON article.no = record.article WHERE record.no = new.record;
END;
CREATE TRIGGER pair_cleared AFTER DELETE ON pair BEGIN
  DELETE FROM step WHERE (low, high, place, day, record) = (
    SELECT old.low, old.high, level || ' ' || channel || ' ' || type || ' ' || factuality, old.day, no
    FROM record WHERE no = old.record);
  DELETE FROM coverage WHERE (low, high, day, article) = (
    SELECT old.low, old.high, coalesce(published_from, ''), article.no
    FROM record JOIN article ON article.no = record.article WHERE record.no = old.record)
    AND NOT EXISTS (
      SELECT 1 FROM record JOIN pair ON pair.record = record.no
      WHERE record.article = coverage.article AND pair.low = old.low AND pair.high = old.high);
END;
