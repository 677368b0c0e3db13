-- What the server keeps for itself, such as the key that codes at the door are made with.
CREATE TABLE secrets (
    name TEXT PRIMARY KEY NOT NULL,
    secret BLOB NOT NULL
) STRICT, WITHOUT ROWID;
