-- Challenges that terminals show. The redeeming statement uses one up by writing used_by, once; a row that is gone can
-- never be answered again, whatever the clock says. No foreign keys: nothing here may fail on input that was validated.
CREATE TABLE terminal_challenge (
    id           uuid        PRIMARY KEY,
    terminal     bigint      NOT NULL,
    purpose      bigint      NOT NULL,
    expires      timestamptz NOT NULL,
    request      bytea       NOT NULL UNIQUE CHECK (length(request) = 32),
    request_hash bytea       NOT NULL CHECK (length(request_hash) = 32),
    text         text        NOT NULL,
    used_by      uuid
) WITH (fillfactor = 70);
CREATE INDEX terminal_challenge_expires ON terminal_challenge (expires);
COMMENT ON COLUMN terminal_challenge.request IS 'Names terminal, route and Idempotency-Key';
COMMENT ON COLUMN terminal_challenge.text IS 'What the QR says';
COMMENT ON COLUMN terminal_challenge.used_by IS 'The attempt that answered it';

GRANT SELECT, INSERT, DELETE, UPDATE (used_by) ON terminal_challenge TO farol_app;
