-- What the server keeps for itself, such as the key that codes at the door are made with.
CREATE TABLE secrets (
    name TEXT PRIMARY KEY NOT NULL,
    secret BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Who ordered a parcel for someone else.
ALTER TABLE parcels ADD COLUMN buyer BLOB REFERENCES accounts (id);
CREATE INDEX parcels_by_buyer ON parcels (buyer, day) WHERE buyer IS NOT NULL;

-- Who may take a parcel in, as the recipient calls them: the driver is told.
ALTER TABLE shares ADD COLUMN name TEXT;
