-- Links that contradict, in the order of lists: under '' all of them, under each of their sides, under both ("NOR SWE").
CREATE TABLE disputed (
  side TEXT NOT NULL,
  day TEXT NOT NULL,                -- the later of the two records
  judgement INTEGER NOT NULL REFERENCES judgement,
  PRIMARY KEY (side, day, judgement)
) STRICT, WITHOUT ROWID;
CREATE INDEX disputed_judgement ON disputed (judgement);
INSERT INTO disputed
  SELECT '', coalesce((SELECT max(day) FROM record WHERE record.id IN (subject, object)), ''), judgement.no
    FROM judgement WHERE relation = 'contradicts' AND withdrawn_at IS NULL
  UNION SELECT scope, coalesce((SELECT max(day) FROM record WHERE record.id IN (subject, object)), ''), judgement.no
    FROM judgement WHERE relation = 'contradicts' AND withdrawn_at IS NULL
  UNION SELECT low, coalesce((SELECT max(day) FROM record WHERE record.id IN (subject, object)), ''), judgement.no
    FROM judgement JOIN record told ON told.id IN (subject, object) JOIN pair ON pair.record = told.no
    WHERE relation = 'contradicts' AND withdrawn_at IS NULL AND low || ' ' || high = scope
  UNION SELECT high, coalesce((SELECT max(day) FROM record WHERE record.id IN (subject, object)), ''), judgement.no
    FROM judgement JOIN record told ON told.id IN (subject, object) JOIN pair ON pair.record = told.no
    WHERE relation = 'contradicts' AND withdrawn_at IS NULL AND low || ' ' || high = scope;

CREATE TRIGGER disputed_came AFTER INSERT ON judgement WHEN new.relation = 'contradicts' BEGIN
  INSERT OR IGNORE INTO disputed
    SELECT side, coalesce((SELECT max(day) FROM record WHERE id IN (new.subject, new.object)), ''), new.no FROM (
      SELECT '' AS side UNION SELECT new.scope
      UNION SELECT low FROM record JOIN pair ON pair.record = record.no
        WHERE record.id IN (new.subject, new.object) AND low || ' ' || high = new.scope
      UNION SELECT high FROM record JOIN pair ON pair.record = record.no
        WHERE record.id IN (new.subject, new.object) AND low || ' ' || high = new.scope);
END;
CREATE TRIGGER disputed_went AFTER DELETE ON judgement WHEN old.relation = 'contradicts' BEGIN
  DELETE FROM disputed WHERE judgement = old.no;
END;
CREATE TRIGGER disputed_withdrawn AFTER UPDATE OF withdrawn_at ON judgement
WHEN new.relation = 'contradicts' AND new.withdrawn_at IS NOT NULL BEGIN
  DELETE FROM disputed WHERE judgement = new.no;
END;
CREATE TRIGGER disputed_moved AFTER UPDATE OF day ON record WHEN old.day IS NOT new.day BEGIN
  UPDATE disputed SET day = coalesce((
      SELECT max(record.day) FROM judgement JOIN record ON record.id IN (subject, object)
      WHERE judgement.no = disputed.judgement), '')
  WHERE judgement IN (
    SELECT no FROM judgement WHERE subject = new.id AND withdrawn_at IS NULL AND relation = 'contradicts'
    UNION SELECT no FROM judgement WHERE object = new.id AND withdrawn_at IS NULL AND relation = 'contradicts');
END;
