-- How well the forecasts of a day held: sums by operator, day and region, without any tour. `region` is empty for tours in
-- none. `is_judged` says that a tour is in the sums of its day, or that there was nothing to judge.

ALTER TABLE tours ADD COLUMN is_judged INTEGER NOT NULL DEFAULT 0;
CREATE INDEX tours_unjudged ON tours (ended_at) WHERE ended_at IS NOT NULL AND is_judged = 0;

CREATE TABLE judgements (
    operator BLOB NOT NULL REFERENCES operators (id),
    day TEXT NOT NULL,
    region TEXT NOT NULL,
    judgement TEXT NOT NULL,
    PRIMARY KEY (operator, day, region)
) STRICT, WITHOUT ROWID;
