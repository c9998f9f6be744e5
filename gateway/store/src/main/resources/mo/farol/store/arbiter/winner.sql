-- What became of attempts that lost, that retry an acceptance, or whose outcome was unknown. It answers like the
-- redeeming statement and may be sent again: a record that these attempts already have is read, not written. The
-- emitted message makes the commit write, and so wait for a synchronous standby, even when all is only read.
WITH asked AS MATERIALIZED (
    SELECT *
    FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bytea[],
                $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::integer[], $10::integer[],
                $11::text[], $12::text[], $13::text[], $14::text[], $15::bytea[], $16::bytea[], $17::bytea[],
                $18::uuid[])
        AS a(attempt, key_id, iat, cti,
             terminal, institution, purpose, policy_version, requested, kind,
             staff, place, lane, reason, retry_key_hash, request_hash, salt, nonce)
),
fence AS MATERIALIZED (
    SELECT statement_timestamp() AS now, pg_logical_emit_message(true, 'farol', 'read')
),
found AS MATERIALIZED (
    SELECT a.*, fence.now, r.attempt AS winner, b.id AS binding, b.resident, b.status,
           CASE
               WHEN r.void THEN -3
               WHEN r.terminal = a.terminal AND r.retry_key_hash = a.retry_key_hash
                   AND r.request_hash = a.request_hash THEN -2
               WHEN own.attempt IS NOT NULL THEN 1
               WHEN r.attempt IS NULL AND a.nonce IS NULL THEN -4
               ELSE 0
           END AS verdict,
           -- A code that lost and is not redeemed answers a challenge that another code answered first.
           CASE WHEN r.attempt IS NULL THEN 12 ELSE 3 END AS why
    FROM asked a
    CROSS JOIN fence
    LEFT JOIN LATERAL (
        SELECT r.void, r.attempt, r.terminal, r.retry_key_hash, r.request_hash
        FROM redemption r
        WHERE r.key_id = a.key_id AND r.iat = a.iat AND r.cti = a.cti LIMIT 1) r ON true
    LEFT JOIN LATERAL (SELECT b.id, b.resident, b.status FROM binding b WHERE b.key_id = a.key_id LIMIT 1) b ON true
    LEFT JOIN LATERAL (SELECT o.attempt FROM access_record o WHERE o.attempt = a.attempt LIMIT 1) own ON true
),
recorded AS (
    INSERT INTO access_record (kind, attempt, at, resident, binding, institution, terminal, purpose, policy_version,
                               requested, released, withheld, outcome, why,
                               request_hash, staff, place, lane, reason, salt)
    SELECT kind, attempt, now, coalesce(resident, 0), coalesce(binding, 0), institution, terminal, purpose,
           policy_version, requested, 0, requested, 3, why, request_hash, staff, place, lane, reason, salt
    FROM found
    WHERE verdict = 0
    RETURNING attempt, at, institution, policy_version, outcome, why, leaf
),
-- A retry gets outcome and receipt always, the fields only while binding, card, grant and terminal still stand.
stored AS MATERIALIZED (
    SELECT f.attempt, f.now, w.attempt AS id, w.at, w.resident, w.institution, w.policy_version, w.released,
           w.outcome, w.why, w.leaf,
           CASE WHEN f.verdict = -2 AND f.status = 1 AND stands.granted IS NOT NULL AND f.policy_version = w.policy_version
                THEN w.released & stands.granted ELSE 0 END AS released_again
    FROM found f
    JOIN LATERAL (
        SELECT * FROM access_record w
        WHERE w.attempt = CASE WHEN f.verdict = -2 THEN f.winner ELSE f.attempt END LIMIT 1) w ON true
    LEFT JOIN LATERAL (
        SELECT g.fields AS granted
        FROM terminal t JOIN institution i ON i.id = t.institution JOIN means m ON m.id = t.means
        JOIN purpose_grant g ON g.institution = i.id AND g.purpose = f.purpose
        JOIN card c ON c.resident = f.resident
        WHERE t.id = f.terminal AND NOT (t.suspended OR i.suspended OR m.suspended OR g.withdrawn)
          AND g.version = w.policy_version AND c.status <> 2 LIMIT 1) stands ON true
    WHERE f.verdict IN (-2, 1)
)
SELECT s.attempt, s.now, 0 AS verdict, s.id, s.at, s.resident, s.institution,
       i.name AS institution_name, s.policy_version, s.released, s.outcome, s.why, s.leaf,
       k.wrapped_key, k.key_version, f.fields, f.versions, f.sealed,
       CASE WHEN s.released_again & 8192 <> 0 THEN i.pairwise_secret END AS pairwise_secret,
       i.key_version AS pairwise_version
FROM stored s
LEFT JOIN LATERAL (
    SELECT name, pairwise_secret, key_version FROM institution WHERE id = s.institution LIMIT 1) i ON true
LEFT JOIN LATERAL (
    SELECT wrapped_key, key_version FROM resident
    WHERE s.released_again & ~8192 <> 0 AND id = s.resident LIMIT 1) k ON true
LEFT JOIN LATERAL (
    SELECT array_agg(field) AS fields, array_agg(key_version) AS versions, array_agg(sealed) AS sealed
    FROM resident_field
    WHERE s.released_again & ~8192 <> 0 AND resident = s.resident AND (s.released_again >> field) & 1 = 1) f ON true
UNION ALL
SELECT r.attempt, r.at, 0, r.attempt, r.at, null, r.institution, i.name, r.policy_version, 0, r.outcome, r.why, r.leaf,
       null, null, null, null, null, null, null
FROM recorded r
LEFT JOIN LATERAL (SELECT name FROM institution WHERE id = r.institution LIMIT 1) i ON true
UNION ALL
SELECT attempt, now, verdict, null, null, null, null, null, null, null, null, null, null,
       null, null, null, null, null, null, null
FROM found
WHERE verdict IN (-3, -4)
