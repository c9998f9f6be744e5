-- How many tickets each binding was given of each day's keys. Nothing of the tickets themselves: the day key and the
-- ticket that a code carries are all that opens it. No foreign key: nothing here may fail on input that was validated.
CREATE TABLE ticket_count (
    day     date    NOT NULL,
    binding bigint  NOT NULL,
    given   integer NOT NULL CHECK (given BETWEEN 1 AND 500),
    latest  integer NOT NULL CHECK (latest BETWEEN 1 AND given),
    PRIMARY KEY (day, binding)
) WITH (fillfactor = 70);
COMMENT ON COLUMN ticket_count.day IS 'Of the keys, in UTC; both types count together';
COMMENT ON COLUMN ticket_count.latest IS 'How many of them the latest request got';

GRANT SELECT, INSERT, DELETE, UPDATE (given, latest) ON ticket_count TO farol_app;
