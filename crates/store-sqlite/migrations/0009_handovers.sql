-- Who drove a tour before it was handed over, and until when: they read who looked at it then.
CREATE TABLE handovers (
    tour BLOB NOT NULL REFERENCES tours (id) ON DELETE CASCADE,
    driver BLOB NOT NULL REFERENCES drivers (id),
    until INTEGER NOT NULL,
    PRIMARY KEY (tour, driver)
) STRICT, WITHOUT ROWID;
CREATE INDEX handovers_by_driver ON handovers (driver);
