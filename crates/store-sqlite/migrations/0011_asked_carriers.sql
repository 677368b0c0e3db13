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
