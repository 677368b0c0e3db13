-- What tours taught about how long things take: sums by operator and by the day on which it was learnt, without any tour.

CREATE TABLE lessons (
    operator BLOB NOT NULL REFERENCES operators (id),
    day TEXT NOT NULL,
    lessons TEXT NOT NULL,
    PRIMARY KEY (operator, day)
) STRICT;
