-- Where parcels wait for their recipients.
CREATE TABLE pickup_points (
    id BLOB PRIMARY KEY NOT NULL,
    operator BLOB NOT NULL REFERENCES operators (id),
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    hours TEXT,
    lat REAL NOT NULL,
    lon REAL NOT NULL
) STRICT;
CREATE INDEX pickup_points_by_operator ON pickup_points (operator, name);

-- When and where a recipient wishes to have a parcel instead; the point as it was when it was chosen, as JSON
-- (`wire::pickup`).
ALTER TABLE parcels ADD COLUMN chosen_day TEXT;
ALTER TABLE parcels ADD COLUMN pickup_point TEXT;
-- Where exactly a safe place is, and which photo shows it.
ALTER TABLE parcels ADD COLUMN pin_lat REAL;
ALTER TABLE parcels ADD COLUMN pin_lon REAL;
ALTER TABLE parcels ADD COLUMN place_photo BLOB;
DROP INDEX parcels_with_wishes;
CREATE INDEX parcels_with_wishes ON parcels (over_at)
WHERE coalesce(safe_place, neighbour, doorbell, floor, way, chosen_day, pickup_point, pin_lat, place_photo) IS NOT NULL;

-- Photos of safe places, as recipients took them.
CREATE TABLE place_photos (
    parcel BLOB PRIMARY KEY NOT NULL REFERENCES parcels (id),
    id BLOB NOT NULL,
    jpeg BLOB NOT NULL
) STRICT;

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

-- When the carrier of a parcel is asked about it again, and how often in a row there was no answer.
CREATE TABLE asked_parcels (
    parcel BLOB PRIMARY KEY NOT NULL REFERENCES parcels (id) ON DELETE CASCADE,
    next_at INTEGER NOT NULL,
    failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was asked of one number says nothing of another.
CREATE TRIGGER asked_anew AFTER UPDATE OF carrier_name, carrier_tracking_number ON parcels
WHEN old.carrier_name IS NOT new.carrier_name
    OR old.carrier_tracking_number IS NOT new.carrier_tracking_number
BEGIN
    DELETE FROM asked_parcels WHERE parcel = old.id;
END;

-- How much of what a carrier may be asked in a day is used up, and until when it is left alone.
CREATE TABLE asked_carriers (
    name TEXT PRIMARY KEY NOT NULL,
    asked_at INTEGER NOT NULL,
    used_until INTEGER NOT NULL,
    held_until INTEGER,
    failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Parcels that a carrier may be asked about, without a look at all the others.
CREATE INDEX parcels_to_ask ON parcels (carrier_name, created_at)
WHERE carrier_tracking_number IS NOT NULL AND status NOT IN ('delivered', 'returned', 'cancelled');
