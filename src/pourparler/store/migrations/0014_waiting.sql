-- Text versions whose bands are not in `band` yet: they are put there many at once, in the order of the bands.
CREATE TABLE waiting (
  no INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given again: it tells other writers what they have seen
  article INTEGER NOT NULL               -- a text version, which has a sketch as long as it can be found
) STRICT;
