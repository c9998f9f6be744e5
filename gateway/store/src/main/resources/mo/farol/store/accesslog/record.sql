-- Records refusals that were decided before the redeeming statement. May be sent again with the same attempts; the
-- emitted message makes the commit write, and so wait for a synchronous standby, even when all was recorded before.
WITH asked AS MATERIALIZED (
    SELECT *
    FROM unnest($1::uuid[], $2::bigint[], $3::integer[], $4::integer[],
                $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::integer[], $10::integer[],
                $11::text[], $12::text[], $13::text[], $14::text[], $15::bytea[], $16::bytea[])
        AS a(attempt, key_id, why, tries,
             terminal, institution, purpose, policy_version, requested, kind,
             staff, place, lane, reason, request_hash, salt)
),
fence AS MATERIALIZED (
    SELECT statement_timestamp() AS now, pg_logical_emit_message(true, 'farol', 'record')
),
recorded AS (
    INSERT INTO access_record (kind, attempt, at, resident, binding, institution, terminal, purpose, policy_version,
                               requested, released, withheld, outcome, why, tries,
                               request_hash, staff, place, lane, reason, salt)
    SELECT a.kind, a.attempt, statement_timestamp(), coalesce(b.resident, 0), coalesce(b.id, 0), a.institution,
           a.terminal, a.purpose, a.policy_version, a.requested, 0, a.requested, 3, a.why, a.tries,
           a.request_hash, a.staff, a.place, a.lane, a.reason, a.salt
    FROM asked a
    LEFT JOIN LATERAL (SELECT id, resident FROM binding WHERE key_id = a.key_id LIMIT 1) b ON true
    ORDER BY a.attempt
    ON CONFLICT (attempt) DO NOTHING
    RETURNING attempt, at, institution, leaf
)
SELECT r.attempt, fence.now, r.at, r.leaf, i.name AS institution_name
FROM (SELECT * FROM recorded
      UNION ALL
      SELECT o.attempt, o.at, o.institution, o.leaf
      FROM asked a
      JOIN LATERAL (SELECT * FROM access_record o WHERE o.attempt = a.attempt LIMIT 1) o ON true) r
CROSS JOIN fence
LEFT JOIN LATERAL (SELECT name FROM institution WHERE id = r.institution LIMIT 1) i ON true
