-- Families: articles that tell one text. Links are judgements of relation 'family'; this is what they hold together.
ALTER TABLE article ADD COLUMN family TEXT;   -- the smallest id of the articles in it
CREATE INDEX article_family ON article (family);

-- By which copies find each other: 63 bits of a MinHash band, of current text versions.
CREATE TABLE band (
  hash INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES article,
  PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;
