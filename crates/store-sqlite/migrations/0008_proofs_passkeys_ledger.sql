-- What the server keeps for itself, such as the key that codes at the door are made with.
CREATE TABLE secrets (
    name TEXT PRIMARY KEY NOT NULL,
    secret BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Who ordered a parcel for someone else.
ALTER TABLE parcels ADD COLUMN buyer BLOB REFERENCES accounts (id);
CREATE INDEX parcels_by_buyer ON parcels (buyer, day) WHERE buyer IS NOT NULL;

-- A recipient's own parcel is found without a look at anybody else's.
CREATE INDEX parcels_of_recipient ON parcels (recipient, id) WHERE recipient IS NOT NULL;

-- Who may take a parcel in, as the recipient calls them: the driver is told.
ALTER TABLE shares ADD COLUMN name TEXT;

-- Photos of deliveries. A parcel has one at most; the picture is a JPEG of some hundred KB, and is read only when it is asked for.
CREATE TABLE photos (
    parcel BLOB PRIMARY KEY NOT NULL REFERENCES parcels (id),
    id BLOB NOT NULL,
    taken_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    jpeg BLOB NOT NULL
) STRICT;
CREATE INDEX photos_by_age ON photos (taken_at);

-- Parcels with the rules of their own, and when their photo was taken.
DROP VIEW parcels_with_rules;
CREATE VIEW parcels_with_rules AS
SELECT parcels.*, (
    SELECT rules FROM rule_changes AS own
    WHERE own.operator = parcels.operator AND own.scope = 'parcel' AND own.which = lower(hex(parcels.id))
    ORDER BY own.version DESC LIMIT 1
) AS rules, (
    SELECT taken_at FROM photos WHERE photos.parcel = parcels.id
) AS photo_at
FROM parcels;
-- Passkeys. `id` is the hash of the identity that the authenticator gave; `handle` is by what authenticators know the
-- account, random and the same for all its passkeys; `key` is the public key and its counter.
CREATE TABLE passkeys (
    id BLOB PRIMARY KEY NOT NULL,
    account BLOB NOT NULL REFERENCES accounts (id),
    handle BLOB NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX passkeys_by_account ON passkeys (account, created_at);

-- What was deleted on purpose before its day, so that a copy of the database that is brought back forgets it again:
-- identities and days, as text.
CREATE TABLE ledger (
    at INTEGER NOT NULL,
    what TEXT NOT NULL,
    PRIMARY KEY (at, what)
) STRICT, WITHOUT ROWID;
