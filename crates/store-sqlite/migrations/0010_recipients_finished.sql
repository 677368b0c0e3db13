-- Whose parcels a key is good for, as senders are compared: those of everyone where none is named.
ALTER TABLE api_keys ADD COLUMN sender TEXT;

-- What another carrier tells of a parcel: its own number and page, and what it said, as JSON (`wire::carrier`).
ALTER TABLE parcels ADD COLUMN carrier_tracking_number TEXT;
ALTER TABLE parcels ADD COLUMN carrier_url TEXT;
ALTER TABLE parcels ADD COLUMN carrier_log TEXT;
DROP INDEX parcels_with_address;
CREATE INDEX parcels_with_address ON parcels (over_at)
WHERE address IS NOT NULL OR door_lat IS NOT NULL OR carrier_log IS NOT NULL;
