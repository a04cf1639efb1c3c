-- Bands name their text versions without a foreign key: sixteen looked up for each article cost as much as keeping the
-- bands, and no text version is ever deleted.
ALTER TABLE band RENAME TO band_before;
CREATE TABLE band (
  hash INTEGER NOT NULL,
  article INTEGER NOT NULL,         -- a text version
  PRIMARY KEY (hash, article)
) STRICT, WITHOUT ROWID;
INSERT INTO band SELECT hash, article FROM band_before ORDER BY hash, article;
DROP TABLE band_before;
