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
