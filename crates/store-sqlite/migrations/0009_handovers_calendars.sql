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
