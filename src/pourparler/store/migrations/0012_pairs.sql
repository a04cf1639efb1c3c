-- What two sides have with each other is counted too: of the busiest it takes too long to count when it is asked for.
INSERT INTO tally
  SELECT low || char(31) || high, counted.kind, 'pair', pairs, count(DISTINCT deed), count(*),
    count(DISTINCT counted.article), count(DISTINCT family)
  FROM pair JOIN counted USING (record) WHERE deed IS NOT NULL GROUP BY low, high, counted.kind, pairs;
