-- Whose parcels a key is good for, as senders are compared: those of everyone where none is named.
ALTER TABLE api_keys ADD COLUMN sender TEXT;

-- Whether a message that is done with was sent: a device gets so many about a parcel and no more.
ALTER TABLE outbox ADD COLUMN was_sent INTEGER NOT NULL DEFAULT 0;
-- What was put off counts as of then, so that what cannot be sent stands in nobody's way.
DROP INDEX outbox_waiting;
CREATE INDEX outbox_waiting ON outbox (channel, coalesce(not_before, at), number) WHERE done_at IS NULL;

-- Where SMS to someone go, as E.164 has it.
ALTER TABLE accounts ADD COLUMN phone TEXT;

-- What another carrier tells of a parcel: its own number and page, and what it said, as JSON (`wire::carrier`).
ALTER TABLE parcels ADD COLUMN carrier_tracking_number TEXT;
ALTER TABLE parcels ADD COLUMN carrier_url TEXT;
ALTER TABLE parcels ADD COLUMN carrier_log TEXT;
DROP INDEX parcels_with_address;
CREATE INDEX parcels_with_address ON parcels (over_at)
WHERE address IS NOT NULL OR door_lat IS NOT NULL OR carrier_log IS NOT NULL;

-- How well a delivery went, as its recipient says, and the day of the delivery by the operator's clock.
ALTER TABLE parcels ADD COLUMN rating_score INTEGER;
ALTER TABLE parcels ADD COLUMN rating_comment TEXT;
ALTER TABLE parcels ADD COLUMN rating_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE parcels ADD COLUMN rated_at INTEGER;
ALTER TABLE parcels ADD COLUMN rated_day TEXT;
CREATE INDEX parcels_rated ON parcels (operator, rated_day, rating_score) WHERE rating_score IS NOT NULL;

-- What recipients report of attempts, one of each, and what the operator answered. What could be told of an attempt
-- stands in coarse steps; `has_photo` is empty where nothing could.
CREATE TABLE reports (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    parcel BLOB NOT NULL REFERENCES parcels (id),
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    attempt_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    has_photo INTEGER,
    within_m INTEGER,
    stayed_min INTEGER,
    accuracy_m INTEGER,
    answer TEXT,
    answered_at INTEGER,
    UNIQUE (parcel, attempt_at)
) STRICT;
CREATE INDEX reports_by_instant ON reports (at);
