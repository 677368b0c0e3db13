-- Topics of ntfy servers that messages are published to: a device of its owner beside the browsers of
-- `push_subscriptions`. Whoever knows the topic reads what is published, so it is in no other table.
CREATE TABLE ntfy_topics (
    id BLOB PRIMARY KEY NOT NULL,
    account BLOB NOT NULL REFERENCES accounts (id),
    server TEXT NOT NULL,
    topic TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ntfy_topics_by_account ON ntfy_topics (account, created_at);

-- The keys below which homes read when parcels come. The server tells them below a key, so it must know it itself. One
-- that was turned off, or is nobody's any more, stays until what was told below it is emptied.
CREATE TABLE home_links (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    account BLOB REFERENCES accounts (id),
    is_ended INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX home_links_by_account ON home_links (account);
