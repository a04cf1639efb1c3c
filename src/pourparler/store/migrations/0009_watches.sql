-- Saved watches: filters under a name, each told as a feed.
CREATE TABLE watch (
  address TEXT NOT NULL PRIMARY KEY,  -- its name as it stands in addresses
  name TEXT NOT NULL,
  wanted TEXT NOT NULL,               -- the filter as JSON: only what is narrowed
  by TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- What was added last, so that feeds tell late articles about old days too.
CREATE INDEX article_captured ON article (captured);
CREATE INDEX judgement_withdrawn ON judgement (subject) WHERE kind = 'review' AND withdrawn_at IS NOT NULL;
