-- Takes what may be used once, and the new phone's key: what comes back was free. Whoever else is at work on the same
-- is waited for. The binding is entered as ended, so that the live one may stay until its own change; it becomes active
-- with the rest of the ruling. Nobody else sees either before the commit.
WITH once AS (
    INSERT INTO used_once (kind, key, forget_after)
    SELECT kind, key, forget_after
    FROM unnest($1::integer[], $2::bytea[], $3::timestamptz[]) AS u(kind, key, forget_after)
    ORDER BY kind, key
    ON CONFLICT (kind, key) DO NOTHING
    RETURNING kind, key
),
bound AS (
    INSERT INTO binding (resident, key_id, public_key, status, bound_at, way, actor, key_level, sealed_phone)
    SELECT $4::bigint, $5::bigint, $6::bytea, 4, statement_timestamp(), $7::integer, $8::bigint, $9::integer, $10::bytea
    WHERE $5::bigint IS NOT NULL AND (SELECT count(*) FROM once) = cardinality($1::integer[])
    ON CONFLICT DO NOTHING
    RETURNING id
)
SELECT kind, key, null::bigint AS binding FROM once
UNION ALL
SELECT null, null, id FROM bound
