-- What may be seen is a history: rules of operators, regions, senders and parcels are never changed but set anew, with when
-- and by whom, and the highest version is what holds. `which` is the identity of the region or parcel in hexadecimal digits,
-- or the name of the sender; it is empty for the operator itself.

CREATE TABLE rule_changes (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    operator BLOB NOT NULL REFERENCES operators (id),
    scope TEXT NOT NULL,
    which TEXT NOT NULL,
    version INTEGER NOT NULL,
    before TEXT,
    rules TEXT NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    UNIQUE (operator, scope, which, version)
) STRICT;

INSERT INTO rule_changes (operator, scope, which, version, rules, at, author)
SELECT operator, 'operator', '', 1, rules, unixepoch() * 1000000, 'upgrade' FROM visibility
UNION ALL
SELECT operator, 'region', lower(hex(id)), 1, rules, unixepoch() * 1000000, 'upgrade' FROM regions WHERE rules IS NOT NULL;

DROP TABLE visibility;
ALTER TABLE regions DROP COLUMN rules;

-- Parcels with the rules of their own.
CREATE VIEW parcels_with_rules AS
SELECT parcels.*, (
    SELECT rules FROM rule_changes AS own
    WHERE own.operator = parcels.operator AND own.scope = 'parcel' AND own.which = lower(hex(parcels.id))
    ORDER BY own.version DESC LIMIT 1
) AS rules
FROM parcels;

-- What staff did that others must be able to read about; `subject` is the identity of a parcel or region.
CREATE TABLE audit (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    operator BLOB NOT NULL REFERENCES operators (id),
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    deed TEXT NOT NULL,
    subject TEXT NOT NULL
) STRICT;
