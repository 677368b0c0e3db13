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
