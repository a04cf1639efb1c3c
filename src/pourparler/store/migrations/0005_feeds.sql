-- Feeds that `watch` asks: what they last answered with, so that they are asked politely and no entry is read twice.
CREATE TABLE feed (
  url TEXT NOT NULL PRIMARY KEY,
  etag TEXT,
  modified TEXT,                    -- Last-Modified, as it was told
  asked TEXT NOT NULL,
  not_before TEXT,                  -- it failed, or wants to be left alone until then
  failures INTEGER NOT NULL         -- in a row
) STRICT;

CREATE TABLE feed_entry (
  feed TEXT NOT NULL REFERENCES feed,
  mark TEXT NOT NULL,               -- a digest of the entry as the feed has it
  tries INTEGER NOT NULL,           -- so often its page could not be fetched; -1 once it is dealt with
  PRIMARY KEY (feed, mark)
) STRICT, WITHOUT ROWID;
