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
