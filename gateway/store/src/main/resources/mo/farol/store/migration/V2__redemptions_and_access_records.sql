-- A code's one acceptance. Partitioned by the code's own signed iat, so that one code can meet one partition only and
-- the key stays unique over all of them. No foreign keys: nothing here may fail on input that was validated.
CREATE TABLE redemption (
    key_id         bigint  NOT NULL,
    iat            bigint  NOT NULL,
    cti            bytea   NOT NULL,
    resident       bigint  NOT NULL,
    attempt        uuid    NOT NULL,
    terminal       bigint  NOT NULL,
    retry_key_hash bytea   NOT NULL,
    request_hash   bytea   NOT NULL,
    void           boolean NOT NULL DEFAULT false,
    PRIMARY KEY (key_id, iat, cti)
) PARTITION BY RANGE (iat);
COMMENT ON COLUMN redemption.void IS 'Claimed to settle an unknown outcome: nobody was or will be told accepted';

-- Who read what, in its final format (1). The leaf is SHA-256(salt || record); the record's bytes are, in this order
-- and big-endian: format 2, kind 2, attempt 16, at 8 (microseconds since 2000-01-01T00:00:00Z), subject 32,
-- institution 8, terminal 8, purpose 8, policy_version 8, requested 4, released 4, withheld 4, outcome 2, why 2
-- (0: none), tries 4, request_hash 32, xact 8, then staff, place, lane and reason, each as length 4 (-1: none) and
-- UTF-8. The subject is SHA-256(subject_salt 16 || resident 8 || binding 8), so a record shown to an institution does
-- not name the resident; subject_salt goes to the resident only. mo.farol.core.accesslog.CanonicalRecord is the same.
CREATE TABLE access_record (
    format         smallint    NOT NULL DEFAULT 1,
    kind           smallint    NOT NULL,
    attempt        uuid        NOT NULL,
    at             timestamptz NOT NULL,
    resident       bigint      NOT NULL DEFAULT 0,
    binding        bigint      NOT NULL DEFAULT 0,
    subject_salt   uuid        NOT NULL DEFAULT gen_random_uuid(),
    institution    bigint      NOT NULL,
    terminal       bigint      NOT NULL,
    purpose        bigint      NOT NULL,
    policy_version bigint      NOT NULL,
    requested      integer     NOT NULL,
    released       integer     NOT NULL,
    withheld       integer     NOT NULL,
    outcome        smallint    NOT NULL,
    why            smallint    NOT NULL DEFAULT 0,
    tries          integer     NOT NULL DEFAULT 1,
    request_hash   bytea       NOT NULL,
    staff          text,
    place          text,
    lane           text,
    reason         text,
    salt           bytea       NOT NULL,
    xact           xid8        NOT NULL DEFAULT pg_current_xact_id(),
    leaf           bytea       NOT NULL GENERATED ALWAYS AS (sha256(
        salt || int2send(format) || int2send(kind) || uuid_send(attempt) || timestamptz_send(at)
        || sha256(uuid_send(subject_salt) || int8send(resident) || int8send(binding))
        || int8send(institution) || int8send(terminal) || int8send(purpose) || int8send(policy_version)
        || int4send(requested) || int4send(released) || int4send(withheld)
        || int2send(outcome) || int2send(why) || int4send(tries) || request_hash || xid8send(xact)
        || coalesce(int4send(octet_length(staff)) || replace(staff, '\', '\\')::bytea, '\xffffffff'::bytea)
        || coalesce(int4send(octet_length(place)) || replace(place, '\', '\\')::bytea, '\xffffffff'::bytea)
        || coalesce(int4send(octet_length(lane)) || replace(lane, '\', '\\')::bytea, '\xffffffff'::bytea)
        || coalesce(int4send(octet_length(reason)) || replace(reason, '\', '\\')::bytea, '\xffffffff'::bytea)
    )) STORED,
    PRIMARY KEY (attempt)
) PARTITION BY RANGE (attempt);
COMMENT ON COLUMN access_record.outcome IS '1 verified, 2 check_manually, 3 refused';
COMMENT ON COLUMN access_record.why IS 'Number of the Refusal, Standing or ManualCheck; 0 when verified';

-- An attempt is a UUIDv7, so a range of attempts is a range of time. A node with a wrong wall clock lands here and is
-- still recorded.
CREATE TABLE access_record_default PARTITION OF access_record DEFAULT;

GRANT SELECT, INSERT ON redemption, access_record TO farol_app;
