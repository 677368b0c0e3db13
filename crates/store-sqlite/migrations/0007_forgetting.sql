-- When the story of a parcel was over, as the ports say it (`over_at`): from then on its retention counts. What never came
-- is taken as over 30 days after the last that is known of it.

ALTER TABLE parcels ADD COLUMN over_at INTEGER GENERATED ALWAYS AS (
    CASE
        WHEN substr(outcome, 1, 10) = 'delivered_' THEN outcome_at
        ELSE max(
            created_at,
            coalesce(unixepoch(day) * 1000000, created_at),
            coalesce(carrier_status_at, created_at),
            coalesce(outcome_at, created_at)
        ) + CASE WHEN status IN ('delivered', 'returned', 'cancelled') THEN 0 ELSE 2592000000000 END
    END
) VIRTUAL;
CREATE INDEX parcels_by_end ON parcels (over_at);
CREATE INDEX parcels_with_address ON parcels (over_at)
WHERE address IS NOT NULL OR door_lat IS NOT NULL;
CREATE INDEX parcels_with_instruction ON parcels (over_at)
WHERE safe_place IS NOT NULL;

-- When a subscription was set or used last.
ALTER TABLE subscriptions ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
UPDATE subscriptions SET used_at = unixepoch() * 1000000;

-- What a worker forgot, by kind of data.
CREATE TABLE forgettings (
    kind TEXT PRIMARY KEY NOT NULL,
    looked_at INTEGER NOT NULL,
    forgot_at INTEGER,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
