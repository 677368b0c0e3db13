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
