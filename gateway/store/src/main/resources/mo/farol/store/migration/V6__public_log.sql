-- The public log: which records it holds in which order, the Merkle tree over them in tiles, and its signed head.
-- The sealer takes records in the order of their transactions, so it finds the next ones by (xact, id).

CREATE INDEX access_record_order ON access_record (xact, attempt);

-- Events and cuts are entries of the same log; their bytes begin with formats of their own (2, 3), so none of them can be
-- taken for an access record (1). mo.farol.core.accesslog.CanonicalEvent and CanonicalCut are the same.
CREATE FUNCTION canonical_text(value text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(int4send(octet_length(value)) || replace(value, '\', '\\')::bytea, '\xffffffff'::bytea)
$$;
CREATE FUNCTION canonical_texts(texts text[]) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN texts IS NULL THEN '\xffffffff'::bytea
           ELSE int4send(cardinality(texts)) || coalesce(
               (SELECT string_agg(farol.canonical_text(t), ''::bytea ORDER BY n)
                FROM unnest(texts) WITH ORDINALITY AS u(t, n)), ''::bytea) END
$$;

ALTER TABLE eid_event ADD COLUMN leaf bytea NOT NULL GENERATED ALWAYS AS (sha256(
    salt || int2send(2::smallint) || int2send(kind) || uuid_send(id) || timestamptz_send(at)
    || int8send(resident) || int8send(coalesce(binding, 0))
    || int2send(refusal) || int2send(channel) || int2send(actor) || int8send(coalesce(by_row, 0)) || xid8send(xact)
    || canonical_texts(by_names) || canonical_text(reason) || canonical_text(detail)
)) STORED;
CREATE INDEX eid_event_order ON eid_event (xact, id);

-- A restore that lost entries: what was found, and how far witnesses had seen the log. The next epoch begins with it.
CREATE TABLE log_cut (
    id             uuid        PRIMARY KEY,
    at             timestamptz NOT NULL DEFAULT statement_timestamp(),
    epoch          integer     NOT NULL UNIQUE CHECK (epoch > 1),
    size           bigint      NOT NULL CHECK (size >= 0),
    root           bytea       NOT NULL CHECK (length(root) = 32),
    witnessed_size bigint      NOT NULL CHECK (witnessed_size >= 0),
    witnessed_root bytea       NOT NULL CHECK (length(witnessed_root) = 32),
    salt           bytea       NOT NULL CHECK (length(salt) = 32),
    xact           xid8        NOT NULL DEFAULT pg_current_xact_id(),
    leaf           bytea       NOT NULL GENERATED ALWAYS AS (sha256(
        salt || int2send(3::smallint) || uuid_send(id) || timestamptz_send(at) || int4send(epoch)
        || int8send(size) || root || int8send(witnessed_size) || witnessed_root || xid8send(xact)
    )) STORED
);
CREATE INDEX log_cut_order ON log_cut (xact, id);

-- The head: one row, changed only by who still finds the size that they grew from.
CREATE TABLE log_tree (
    one             boolean     PRIMARY KEY DEFAULT true CHECK (one),
    epoch           integer     NOT NULL DEFAULT 1,
    size            bigint      NOT NULL DEFAULT 0,
    root            bytea       NOT NULL CHECK (length(root) = 32),
    last_xact       xid8        NOT NULL DEFAULT '0',
    last_id         uuid        NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
    checkpoint      text,
    checkpoint_size bigint      NOT NULL DEFAULT -1,
    checkpoint_at   timestamptz NOT NULL DEFAULT '-infinity'
);
COMMENT ON COLUMN log_tree.last_id IS 'With last_xact: the last record in the log. What comes after is not in it yet';
COMMENT ON COLUMN log_tree.checkpoint IS 'The newest signed checkpoint, as it is published';
INSERT INTO log_tree (root) VALUES (sha256(''::bytea));

CREATE FUNCTION log_never_shrinks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.size < OLD.size OR NEW.epoch < OLD.epoch THEN
        RAISE EXCEPTION 'the log never shrinks' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER log_never_shrinks BEFORE UPDATE OR DELETE ON log_tree
    FOR EACH ROW EXECUTE FUNCTION log_never_shrinks();

CREATE TABLE log_leaf (
    index bigint   PRIMARY KEY,
    kind  smallint NOT NULL CHECK (kind BETWEEN 1 AND 3),
    id    uuid     NOT NULL,
    leaf  bytea    NOT NULL CHECK (length(leaf) = 32),
    UNIQUE (id, kind)
);
COMMENT ON TABLE log_leaf IS 'The log''s entries: kind 1 access_record, 2 eid_event, 3 log_cut';

CREATE TABLE log_tile (
    level  smallint NOT NULL CHECK (level BETWEEN 0 AND 7),
    number bigint   NOT NULL,
    hashes bytea    NOT NULL CHECK (length(hashes) % 32 = 0 AND length(hashes) BETWEEN 32 AND 8192),
    PRIMARY KEY (level, number)
);
-- Hashes do not compress.
ALTER TABLE log_tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

GRANT SELECT, INSERT ON log_leaf, log_cut TO farol_app;
GRANT SELECT, INSERT, UPDATE ON log_tile TO farol_app;
GRANT SELECT, UPDATE ON log_tree TO farol_app;
