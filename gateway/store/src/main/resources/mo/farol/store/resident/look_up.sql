-- Records an operator's look-up. May be sent again with the same attempt: the record that it has is read, not written.
-- The emitted message makes the commit write, and so wait for a synchronous standby, even when all was recorded before.
WITH fence AS MATERIALIZED (
    SELECT statement_timestamp() AS now, pg_logical_emit_message(true, 'farol', 'look-up')
),
recorded AS (
    INSERT INTO access_record (kind, attempt, at, resident, institution, terminal, purpose, policy_version,
                               requested, released, withheld, outcome, request_hash, staff, reason, salt)
    SELECT 5, $1::uuid, fence.now, $2::bigint, 0, 0, 0, 0, $3::integer, $4::integer, $3::integer & ~$4::integer,
           $5::integer, $6::bytea, $7::text, $8::text, $9::bytea
    FROM fence
    ON CONFLICT (attempt) DO NOTHING
    RETURNING resident, request_hash
)
SELECT r.resident, r.request_hash
FROM (SELECT * FROM recorded
      UNION ALL
      SELECT o.resident, o.request_hash FROM access_record o WHERE o.attempt = $1::uuid) r
CROSS JOIN fence
