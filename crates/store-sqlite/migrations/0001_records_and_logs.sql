-- Everything that the first version keeps. Identities are 16 bytes, hashes 32, instants microseconds since 1970 in UTC,
-- days ISO 8601 text. The logs of the tours are not here: each service day has a table of its own, which is made with
-- the first event of the day and dropped when the day is forgotten (src/log/day.rs).

PRAGMA application_id = 0x44535450; -- "DSTP"

CREATE TABLE operators (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    language TEXT NOT NULL
) STRICT;

CREATE TABLE regions (
    id BLOB PRIMARY KEY NOT NULL,
    operator BLOB NOT NULL REFERENCES operators (id),
    name TEXT NOT NULL,
    area TEXT NOT NULL,
    live_from TEXT NOT NULL,
    rules TEXT,
    UNIQUE (operator, name)
) STRICT;

CREATE TABLE visibility (
    operator BLOB PRIMARY KEY NOT NULL REFERENCES operators (id),
    rules TEXT NOT NULL
) STRICT;

-- `number` is the order in which the accounts were made. The address comes first in its key: logins know no operator.
CREATE TABLE accounts (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    operator BLOB NOT NULL REFERENCES operators (id),
    role TEXT NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    language TEXT,
    time_zone TEXT,
    UNIQUE (email, operator)
) STRICT;

CREATE TABLE sessions (
    token BLOB PRIMARY KEY NOT NULL,
    account BLOB NOT NULL REFERENCES accounts (id),
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_account ON sessions (account);
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- `kinds` are words with commas between them.
CREATE TABLE subscriptions (
    recipient BLOB NOT NULL REFERENCES accounts (id),
    channel TEXT NOT NULL,
    kinds TEXT NOT NULL,
    PRIMARY KEY (recipient, channel)
) STRICT, WITHOUT ROWID;

-- `scopes` are words with commas between them.
CREATE TABLE api_keys (
    token BLOB PRIMARY KEY NOT NULL,
    operator BLOB NOT NULL REFERENCES operators (id),
    label TEXT NOT NULL,
    scopes TEXT NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX api_keys_by_label ON api_keys (operator, label);

CREATE TABLE answers (
    operator BLOB NOT NULL REFERENCES operators (id),
    key TEXT NOT NULL,
    request BLOB NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (operator, key)
) STRICT;
CREATE INDEX answers_by_end ON answers (expires_at);

CREATE TABLE drivers (
    id BLOB PRIMARY KEY NOT NULL,
    operator BLOB NOT NULL REFERENCES operators (id),
    name TEXT NOT NULL
) STRICT;

CREATE TABLE driver_codes (
    code BLOB PRIMARY KEY NOT NULL,
    driver BLOB NOT NULL REFERENCES drivers (id),
    expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE devices (
    id BLOB PRIMARY KEY NOT NULL,
    token BLOB NOT NULL UNIQUE,
    operator BLOB NOT NULL REFERENCES operators (id),
    driver BLOB NOT NULL REFERENCES drivers (id),
    label TEXT NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX devices_by_label ON devices (operator, label);

CREATE TABLE tours (
    id BLOB PRIMARY KEY NOT NULL,
    operator BLOB NOT NULL REFERENCES operators (id),
    reference TEXT NOT NULL,
    day TEXT NOT NULL,
    driver BLOB REFERENCES drivers (id),
    ended_at INTEGER,
    UNIQUE (operator, day, reference)
) STRICT;
CREATE INDEX tours_by_driver ON tours (driver, day) WHERE driver IS NOT NULL;
CREATE INDEX tours_open ON tours (reference) WHERE ended_at IS NULL;

CREATE TABLE stops (
    tour BLOB NOT NULL REFERENCES tours (id),
    stop BLOB NOT NULL,
    address TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (tour, stop)
) STRICT, WITHOUT ROWID;

-- `tour` refers to no row on purpose: a tour may be forgotten before its parcels are.
CREATE TABLE parcels (
    id BLOB PRIMARY KEY NOT NULL,
    operator BLOB NOT NULL REFERENCES operators (id),
    tracking_number TEXT NOT NULL,
    order_id BLOB,
    recipient BLOB REFERENCES accounts (id),
    sender TEXT NOT NULL,
    kind TEXT NOT NULL,
    carrier_name TEXT,
    carrier_status_at INTEGER,
    day TEXT,
    promise_from INTEGER,
    promise_until INTEGER,
    status TEXT NOT NULL,
    door_lat REAL,
    door_lon REAL,
    address TEXT,
    tour BLOB,
    stop BLOB,
    safe_place TEXT,
    safe_place_note TEXT,
    created_at INTEGER NOT NULL,
    outcome TEXT,
    outcome_at INTEGER,
    UNIQUE (operator, tracking_number)
) STRICT;
CREATE INDEX parcels_by_operator ON parcels (operator, id);
CREATE INDEX parcels_by_recipient ON parcels (recipient, day) WHERE recipient IS NOT NULL;

-- Done messages stay: their key is taken for ever.
CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    parcel BLOB NOT NULL,
    recipient BLOB NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER,
    done_at INTEGER,
    UNIQUE (parcel, recipient, kind)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (at, number) WHERE done_at IS NULL;

-- Where the log of a tour ends: the index beside the logs. It holds nothing that the logs do not hold, and is made anew
-- from them when it does not agree with them.
CREATE TABLE log_ends (
    day TEXT NOT NULL,
    tour BLOB NOT NULL,
    last_seq INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (day, tour)
) STRICT, WITHOUT ROWID;

-- Written by the readiness check, which must know that writes are possible.
CREATE TABLE readiness (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    checks INTEGER NOT NULL
) STRICT;
