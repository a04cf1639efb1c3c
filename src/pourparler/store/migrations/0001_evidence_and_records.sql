-- Evidence: what came in, and the text that was read. Never edited, only forgotten.
CREATE TABLE source (
  sha256 TEXT PRIMARY KEY,
  length INTEGER NOT NULL,          -- bytes before packing
  packed BLOB NOT NULL              -- zlib
) STRICT;

CREATE TABLE article (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL,                 -- outlet and URL, or the key it came with
  sha256 TEXT NOT NULL,             -- of the canonical text: one row for each text version
  supersedes INTEGER REFERENCES article,
  current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
  source TEXT REFERENCES source,
  outlet TEXT,
  title TEXT,
  url TEXT,
  published_from TEXT,
  published_to TEXT,
  head TEXT NOT NULL,               -- the contract's article object, without its text
  text TEXT,                        -- NULL once forgotten
  captured TEXT NOT NULL,
  forgotten TEXT,
  UNIQUE (id, sha256)
) STRICT;
CREATE INDEX article_published ON article (published_from);

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text, content = 'article', content_rowid = 'no', tokenize = 'unicode61 remove_diacritics 2'
);

-- Readings: what one reader made of one text version.
CREATE TABLE reader (
  no INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  first_used TEXT NOT NULL
) STRICT;

CREATE TABLE reading (
  no INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article,
  reader INTEGER NOT NULL REFERENCES reader,
  outcome TEXT NOT NULL CHECK (outcome IN ('read', 'skipped', 'failed')),
  why TEXT,                         -- of a skipped or failed one
  at TEXT NOT NULL,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  packed BLOB,                      -- records as JSON Lines, zlib; only of a reading that another has replaced
  UNIQUE (article, reader)
) STRICT;
CREATE UNIQUE INDEX reading_current ON reading (article) WHERE current;

-- Records of current readings of current text versions: what is asked.
CREATE TABLE record (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES article,
  kind TEXT NOT NULL,
  type TEXT,                        -- status, action, type, stance or PLOVER type, by kind
  mode TEXT,
  factuality TEXT,
  channel TEXT,
  level TEXT,
  forum TEXT,
  day TEXT NOT NULL,                -- by which it is sorted: when it was, else when said, else the publication, else ''
  from_day TEXT,
  to_day TEXT,
  due_from TEXT,
  due_to TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL,              -- the trigger
  confidence REAL NOT NULL,
  body TEXT NOT NULL                -- the record as the contract has it
) STRICT;
CREATE UNIQUE INDEX record_id ON record (id, article);
CREATE INDEX record_article ON record (article);
CREATE INDEX record_kind_day ON record (kind, day, no);

CREATE TABLE party (
  record INTEGER NOT NULL REFERENCES record,
  role TEXT NOT NULL,
  side TEXT NOT NULL,               -- state, organisation or armed group
  sector TEXT,
  person TEXT,
  office TEXT
) STRICT;
CREATE INDEX party_record ON party (record);
CREATE INDEX party_person ON party (person) WHERE person IS NOT NULL;

-- Who has to do with a record at all, and which two sides have: each record once, in the order of lists.
CREATE TABLE involved (
  side TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,                -- '' where nothing dates it
  record INTEGER NOT NULL REFERENCES record,
  PRIMARY KEY (side, kind, day, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX involved_record ON involved (record);

CREATE TABLE pair (
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES record,
  PRIMARY KEY (low, high, kind, day, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_record ON pair (record);

CREATE TABLE reason (
  record INTEGER NOT NULL REFERENCES record,
  kind TEXT NOT NULL,
  side TEXT,                        -- whose reason it is; NULL: the outlet's
  words TEXT NOT NULL
) STRICT;
CREATE INDEX reason_record ON reason (record);

CREATE TABLE credit (
  record INTEGER NOT NULL REFERENCES record,
  statement TEXT NOT NULL           -- the id of the statement it is told by; none: the outlet's own voice
) STRICT;
CREATE INDEX credit_record ON credit (record);

-- Judgements: what is said about records, never written over them.
CREATE TABLE judgement (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('link', 'holder', 'review')),
  relation TEXT NOT NULL,
  subject TEXT NOT NULL,            -- a record's, article's or judgement's id
  object TEXT,
  value TEXT,                       -- JSON
  score REAL,
  reasons TEXT NOT NULL DEFAULT '[]',
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  withdrawn_by TEXT,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX judgement_subject ON judgement (subject) WHERE withdrawn_at IS NULL;
CREATE INDEX judgement_object ON judgement (object) WHERE withdrawn_at IS NULL;

-- Inputs that could not be read as articles.
CREATE TABLE failure (
  input TEXT NOT NULL PRIMARY KEY,
  error TEXT NOT NULL,
  message TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
