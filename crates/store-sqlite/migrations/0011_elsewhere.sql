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
