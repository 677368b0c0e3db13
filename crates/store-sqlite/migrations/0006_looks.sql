-- Drivers ask who looked at their tour today, again and again, and the records of a year are many.

CREATE INDEX audit_about ON audit (subject, at);
