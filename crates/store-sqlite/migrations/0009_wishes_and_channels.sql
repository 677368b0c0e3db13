-- Who drove a tour before it was handed over, and until when: they read who looked at it then.
CREATE TABLE handovers (
    tour BLOB NOT NULL REFERENCES tours (id) ON DELETE CASCADE,
    driver BLOB NOT NULL REFERENCES drivers (id),
    until INTEGER NOT NULL,
    PRIMARY KEY (tour, driver)
) STRICT, WITHOUT ROWID;
CREATE INDEX handovers_by_driver ON handovers (driver);

-- The address under which someone's calendar reads their parcels: one for an account.
CREATE TABLE calendars (
    account BLOB PRIMARY KEY NOT NULL REFERENCES accounts (id),
    token BLOB NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;

-- Each message goes to one target by one channel: `browser` is empty where the channel has no more than one. Of a delay
-- `turn` tells the day and the step, in an order that texts have; it is empty for what is told once.
CREATE TABLE outbox_by_channel (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    about BLOB NOT NULL,
    recipient BLOB NOT NULL,
    channel TEXT NOT NULL,
    browser BLOB NOT NULL,
    kind TEXT NOT NULL,
    turn TEXT NOT NULL,
    at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER,
    done_at INTEGER,
    UNIQUE (about, recipient, channel, browser, kind, turn)
) STRICT;
INSERT INTO outbox_by_channel (number, about, recipient, channel, browser, kind, turn, at, tries, not_before, done_at)
SELECT number, about, recipient, 'email', x'', kind, '', at, tries, not_before, done_at FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_by_channel RENAME TO outbox;
CREATE INDEX outbox_waiting ON outbox (channel, at, number) WHERE done_at IS NULL;

-- Browsers that messages are pushed to. `key` and `auth` are what the browser gave to seal them with.
CREATE TABLE push_subscriptions (
    id BLOB PRIMARY KEY NOT NULL,
    account BLOB NOT NULL REFERENCES accounts (id),
    endpoint TEXT NOT NULL UNIQUE,
    key BLOB NOT NULL,
    auth BLOB NOT NULL,
    browser TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT;
CREATE INDEX push_subscriptions_by_account ON push_subscriptions (account, created_at);

-- When people want to hear nothing: times of day as text, by the clock of their zone.
CREATE TABLE quiet_hours (
    account BLOB PRIMARY KEY NOT NULL REFERENCES accounts (id),
    quiet_from TEXT NOT NULL,
    quiet_until TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What recipients ask for beside a safe place: a neighbour, and how to get to the door; and how often they changed it.
ALTER TABLE parcels ADD COLUMN neighbour TEXT;
ALTER TABLE parcels ADD COLUMN neighbour_house TEXT;
ALTER TABLE parcels ADD COLUMN doorbell TEXT;
ALTER TABLE parcels ADD COLUMN floor TEXT;
ALTER TABLE parcels ADD COLUMN way TEXT;
ALTER TABLE parcels ADD COLUMN wishes_version INTEGER NOT NULL DEFAULT 0;
DROP INDEX parcels_with_instruction;
CREATE INDEX parcels_with_wishes ON parcels (over_at)
WHERE coalesce(safe_place, neighbour, doorbell, floor, way) IS NOT NULL;
