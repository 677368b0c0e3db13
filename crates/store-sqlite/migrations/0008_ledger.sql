-- What was deleted on purpose before its day, so that a copy of the database that is brought back forgets it again:
-- identities and days, as text.
CREATE TABLE ledger (
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (at, what)
) STRICT, WITHOUT ROWID;
