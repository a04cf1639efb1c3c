-- Who may use the desk where it is served beyond this machine. The secret of a token is kept nowhere.
CREATE TABLE token (
  id TEXT NOT NULL PRIMARY KEY,     -- the part of the token that is no secret
  name TEXT NOT NULL,               -- whose it is; reviews are made in this name
  role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer')),
  hash BLOB NOT NULL,               -- SHA-256 of the whole token
  created TEXT NOT NULL,
  revoked TEXT
) STRICT;
CREATE UNIQUE INDEX token_name ON token (name COLLATE NOCASE) WHERE revoked IS NULL;
