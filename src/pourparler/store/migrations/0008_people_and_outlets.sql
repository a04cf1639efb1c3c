-- Who speaks and acts, and which outlets tell of two sides, are counted too. What `sums` says of both, said once here.
ALTER TABLE counted ADD COLUMN people TEXT NOT NULL DEFAULT '';  -- JSON: of each the name, the side, whether they speak
UPDATE counted SET people = told.people FROM (
  SELECT record, json_group_array(json(person)) AS people FROM (
    SELECT record, json_array(person, side, max(role = 'source')) AS person
    FROM party WHERE person IS NOT NULL GROUP BY record, person, side ORDER BY record, 2
  ) GROUP BY record
) told WHERE told.record = counted.record;

CREATE TEMP TABLE named AS
  SELECT counted.record, deed, article, family, kind, counted.type, one.value ->> 0 AS name, one.value ->> 1 AS of,
    one.value ->> 2 AS speaks
  FROM counted JOIN json_each(nullif(people, '')) one WHERE deed IS NOT NULL;
INSERT INTO tally
  SELECT '', kind, 'person', name, count(DISTINCT deed), count(DISTINCT record), count(DISTINCT article),
    count(DISTINCT family)
  FROM named GROUP BY kind, name;
INSERT INTO tally
  SELECT '', '', 'person', name, count(DISTINCT deed), count(DISTINCT record), count(DISTINCT article),
    count(DISTINCT family)
  FROM named WHERE kind <> 'event' GROUP BY name;
INSERT INTO tally
  SELECT of, '', 'person', name, count(DISTINCT deed), count(DISTINCT record), count(DISTINCT article),
    count(DISTINCT family)
  FROM named WHERE kind <> 'event' GROUP BY of, name;
INSERT INTO tally
  SELECT '', kind, 'person type', name || char(31) || type, count(DISTINCT deed), count(DISTINCT record),
    count(DISTINCT article), count(DISTINCT family)
  FROM named WHERE kind = 'contact' OR kind = 'statement' AND speaks GROUP BY kind, 4;
DROP TABLE named;
INSERT INTO tally
  SELECT low || char(31) || high, '', 'outlet', outlet, count(DISTINCT deed), count(*), count(DISTINCT counted.article),
    count(DISTINCT family)
  FROM pair JOIN counted USING (record) WHERE deed IS NOT NULL AND counted.kind <> 'event' GROUP BY low, high, outlet;

-- Everything that is counted of one outlet or person; and the people of a side, or of all, by their number of records.
CREATE INDEX tally_named ON tally (by, word COLLATE NOCASE, kind, side)
  WHERE by IN ('outlet', 'person', 'person type');
CREATE INDEX tally_people ON tally (side, records DESC, word) WHERE by = 'person' AND kind = '';

-- The articles of an outlet that stand, newest last.
DROP INDEX article_outlet;
CREATE INDEX article_outlet ON article (outlet COLLATE NOCASE, current);

-- Who was learned to hold an office of a state or organisation.
CREATE INDEX judgement_seat ON judgement (
  CASE WHEN json_valid(value) THEN coalesce(value ->> '$.country', value ->> '$.organisation') END,
  CASE WHEN json_valid(value) THEN value ->> '$.office' END
) WHERE relation = 'holds' AND withdrawn_at IS NULL;
