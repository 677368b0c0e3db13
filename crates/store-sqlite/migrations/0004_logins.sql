-- Links that sign someone in once.
CREATE TABLE sign_in_links (
    token BLOB PRIMARY KEY NOT NULL,
    account BLOB NOT NULL REFERENCES accounts (id),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_links_by_account ON sign_in_links (account);
CREATE INDEX sign_in_links_by_end ON sign_in_links (expires_at);

-- Messages may be about a sign-in as well: kind `sign_in`, about an identity of its own. Such rows are deleted when they
-- are done with.
ALTER TABLE outbox RENAME COLUMN parcel TO about;

-- When and where sessions began, for the list that their owner sees. Of older ones only the end is known; they lasted 30
-- days where nothing else was set.
ALTER TABLE sessions ADD COLUMN began_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT '';
UPDATE sessions SET began_at = expires_at - 2592000000000, used_at = expires_at - 2592000000000;

-- Browsers in which someone has logged in.
CREATE TABLE known_browsers (
    token BLOB NOT NULL,
    account BLOB NOT NULL REFERENCES accounts (id),
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (token, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_browsers_by_account ON known_browsers (account, expires_at);
CREATE INDEX known_browsers_by_end ON known_browsers (expires_at);

-- Links by which recipients let others see a little of a parcel. `openings` are the last ones, newest first, as instants
-- with commas between them.
CREATE TABLE shares (
    id BLOB PRIMARY KEY NOT NULL,
    token BLOB NOT NULL UNIQUE,
    parcel BLOB NOT NULL REFERENCES parcels (id),
    account BLOB NOT NULL REFERENCES accounts (id),
    permission TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    opening_count INTEGER NOT NULL DEFAULT 0,
    openings TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX shares_by_parcel ON shares (parcel, account);
CREATE INDEX shares_by_end ON shares (expires_at);
