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
