-- An e-ID's life on phones: who may act for whom, what was asked, what was done, and who was told.

ALTER TABLE resident ADD COLUMN handle uuid NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX resident_handle ON resident (handle);
COMMENT ON COLUMN resident.handle IS 'Random; the e-ID''s name in the API';

CREATE TABLE contact (
    resident     bigint   PRIMARY KEY REFERENCES resident,
    language     smallint NOT NULL CHECK (language BETWEEN 1 AND 3),
    sealed_email bytea
);
COMMENT ON COLUMN contact.language IS '1 zh-Hant, 2 pt, 3 en';
COMMENT ON COLUMN contact.sealed_email IS 'Null for people without e-mail: notices wait for them';

CREATE TABLE guardianship (
    minor    bigint   NOT NULL REFERENCES resident,
    guardian bigint   NOT NULL REFERENCES resident,
    kind     smallint NOT NULL CHECK (kind BETWEEN 1 AND 2),
    in_force boolean  NOT NULL,
    sequence bigint   NOT NULL,
    PRIMARY KEY (minor, guardian),
    CHECK (minor <> guardian)
);
CREATE INDEX guardianship_guardian ON guardianship (guardian);

ALTER TABLE card ADD COLUMN sequence bigint NOT NULL DEFAULT 0;
ALTER TABLE card ADD COLUMN dead boolean NOT NULL DEFAULT false;
ALTER TABLE card DROP CONSTRAINT card_status_check;
ALTER TABLE card ADD CONSTRAINT card_status_check CHECK (status BETWEEN 1 AND 4);
COMMENT ON COLUMN card.status IS 'CardStatus: 1 in force, 2 cancelled, 3 reported found, 4 reported lost';

ALTER TABLE binding ADD COLUMN handle uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE binding ADD COLUMN way smallint NOT NULL DEFAULT 1 CHECK (way BETWEEN 1 AND 6);
ALTER TABLE binding ADD COLUMN actor bigint;
ALTER TABLE binding ADD COLUMN key_level smallint NOT NULL DEFAULT 0 CHECK (key_level BETWEEN 0 AND 3);
ALTER TABLE binding ADD COLUMN sealed_phone bytea;
ALTER TABLE binding ADD COLUMN ended_at timestamptz;
ALTER TABLE binding ADD COLUMN ended_by uuid;
CREATE UNIQUE INDEX binding_handle ON binding (handle);
-- At most one, active or suspended.
CREATE UNIQUE INDEX binding_one_live ON binding (resident) WHERE status IN (1, 2);
CREATE INDEX binding_by_guardian ON binding (resident) WHERE status IN (1, 2) AND way IN (2, 4, 6);
-- An e-ID's bindings, newest first, however many there were.
DROP INDEX binding_resident;
CREATE INDEX binding_resident ON binding (resident, id);
COMMENT ON COLUMN binding.actor IS 'Of whose proof it is: the resident (also when null), a parent or guardian';
COMMENT ON COLUMN binding.ended_by IS 'The event that superseded or unbound it';

ALTER TABLE purpose ADD COLUMN least_key_level smallint NOT NULL DEFAULT 0 CHECK (least_key_level BETWEEN 0 AND 3);

CREATE TABLE binding_challenge (
    id           uuid        PRIMARY KEY,
    resident     bigint      NOT NULL,
    actor        bigint      NOT NULL,
    session      bytea       NOT NULL,
    nonce        bytea       NOT NULL CHECK (length(nonce) = 32),
    key_id       bigint      NOT NULL,
    public_key   bytea       NOT NULL CHECK (length(public_key) = 65),
    sealed_phone bytea       NOT NULL,
    replacing    bigint,
    expires      timestamptz NOT NULL
);
CREATE INDEX binding_challenge_expires ON binding_challenge (expires);

CREATE TABLE kiosk_number (
    challenge   uuid        PRIMARY KEY,
    resident    bigint      NOT NULL,
    actor       bigint      NOT NULL,
    number_hash bytea       NOT NULL CHECK (length(number_hash) = 32),
    key_level   smallint    NOT NULL,
    at          timestamptz NOT NULL DEFAULT statement_timestamp(),
    expires     timestamptz NOT NULL,
    wrong_tries integer     NOT NULL DEFAULT 0
);
CREATE INDEX kiosk_number_actor ON kiosk_number (actor);
CREATE INDEX kiosk_number_resident ON kiosk_number (resident, at);
CREATE INDEX kiosk_number_expires ON kiosk_number (expires);
COMMENT ON COLUMN kiosk_number.at IS 'A later number of the same e-ID ends the earlier ones';

CREATE TABLE counter_case (
    id        uuid        PRIMARY KEY,
    challenge uuid        NOT NULL,
    resident  bigint      NOT NULL,
    actor     bigint      NOT NULL,
    opened_by text        NOT NULL,
    reason    text        NOT NULL,
    expires   timestamptz NOT NULL
);
CREATE INDEX counter_case_expires ON counter_case (expires);

-- Challenges, assertions, numbers, cases: whoever inserts first has used it.
CREATE TABLE used_once (
    kind         smallint    NOT NULL,
    key          bytea       NOT NULL,
    forget_after timestamptz NOT NULL,
    PRIMARY KEY (kind, key)
);
CREATE INDEX used_once_forget_after ON used_once (forget_after);

-- What was done to an e-ID, and what was refused. The id is a UUIDv7. Inserted only, like access records, and made so
-- that the log can seal it: random salt, transaction id.
CREATE TABLE eid_event (
    id       uuid        PRIMARY KEY,
    at       timestamptz NOT NULL,
    resident bigint      NOT NULL,
    binding  bigint,
    kind     smallint    NOT NULL,
    refusal  smallint    NOT NULL DEFAULT 0,
    channel  smallint    NOT NULL,
    actor    smallint    NOT NULL CHECK (actor BETWEEN 1 AND 4),
    by_row   bigint,
    by_names text[],
    reason   text,
    detail   text,
    salt     bytea       NOT NULL CHECK (length(salt) = 32),
    xact     xid8        NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX eid_event_resident ON eid_event (resident, id DESC);
COMMENT ON COLUMN eid_event.refusal IS 'Number of the BindingRefusal; 0 when it was done';
COMMENT ON COLUMN eid_event.actor IS '1 a resident and 3 a kiosk (by_row), 2 operators (by_names), 4 the gateway by policy';

-- The answer to each request, so that a request asked again gets the same one, at any gateway.
CREATE TABLE eid_request (
    scope bytea       PRIMARY KEY CHECK (length(scope) = 32),
    hash  bytea       NOT NULL CHECK (length(hash) = 32),
    event uuid        NOT NULL,
    at    timestamptz NOT NULL DEFAULT statement_timestamp()
);
CREATE INDEX eid_request_at ON eid_request (at);

CREATE TABLE notice (
    id          uuid        PRIMARY KEY,
    resident    bigint      NOT NULL,
    kind        smallint    NOT NULL,
    at          timestamptz NOT NULL,
    about       bigint      NOT NULL,
    event       uuid,
    institution bigint,
    read_at     timestamptz,
    mail        smallint    NOT NULL DEFAULT 1 CHECK (mail BETWEEN 1 AND 4),
    mail_tries  integer     NOT NULL DEFAULT 0,
    mail_after  timestamptz NOT NULL
);
CREATE INDEX notice_resident ON notice (resident, id DESC);
CREATE INDEX notice_mail_due ON notice (mail_after) WHERE mail = 1;
COMMENT ON COLUMN notice.resident IS 'To whom; about is whose e-ID it tells of';
COMMENT ON COLUMN notice.mail IS '1 due, 2 sent, 3 given up, 4 there is no address';

CREATE TABLE resident_account (
    account  bytea  PRIMARY KEY CHECK (length(account) = 32),
    resident bigint NOT NULL REFERENCES resident
);
CREATE INDEX resident_account_resident ON resident_account (resident);
COMMENT ON COLUMN resident_account.account IS 'HMAC-SHA256 of issuer and subject; neither is kept';

CREATE TABLE report (
    id          uuid        PRIMARY KEY,
    resident    bigint      NOT NULL,
    record      uuid        NOT NULL,
    sealed_text bytea       NOT NULL,
    at          timestamptz NOT NULL,
    mail        smallint    NOT NULL DEFAULT 1 CHECK (mail BETWEEN 1 AND 3),
    mail_tries  integer     NOT NULL DEFAULT 0,
    mail_after  timestamptz NOT NULL,
    UNIQUE (resident, record)
);
CREATE INDEX report_mail_due ON report (mail_after) WHERE mail = 1;

-- Which institutions have read a resident's e-ID before: the first time is told.
CREATE TABLE institution_seen (
    resident    bigint NOT NULL,
    institution bigint NOT NULL,
    PRIMARY KEY (resident, institution)
);

-- Who read what, for the resident who asks.
CREATE INDEX access_record_resident ON access_record (resident, attempt DESC);

GRANT SELECT, INSERT, UPDATE ON contact, guardianship, kiosk_number, notice, report TO farol_app;
GRANT SELECT, INSERT, DELETE ON binding_challenge, counter_case, used_once, eid_request TO farol_app;
GRANT DELETE ON kiosk_number TO farol_app;
GRANT SELECT, INSERT ON eid_event, resident_account, institution_seen TO farol_app;
