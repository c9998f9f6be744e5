-- Settles attempts whose outcome is unknown: claims each key with a void row. The insert waits for a backend that is
-- still at work on the key, and whoever is first keeps it. The emitted message makes the commit write, and so wait for
-- a synchronous standby, even when every key is taken: what a later statement reads is then as safe as an acceptance.
INSERT INTO redemption (key_id, iat, cti, resident, attempt, terminal, retry_key_hash, request_hash, void)
SELECT a.key_id, a.iat, a.cti, b.resident, a.attempt, a.terminal, a.retry_key_hash, a.request_hash, true
FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bytea[], $5::bigint[], $6::bytea[], $7::bytea[])
    AS a(attempt, key_id, iat, cti, terminal, retry_key_hash, request_hash)
CROSS JOIN (SELECT pg_logical_emit_message(true, 'farol', 'claim') AS written OFFSET 0) fence
JOIN LATERAL (SELECT resident FROM binding WHERE key_id = a.key_id LIMIT 1) b ON true
WHERE fence.written IS NOT NULL
  AND NOT EXISTS (SELECT FROM access_record o WHERE o.attempt = a.attempt AND o.outcome = 3)
ORDER BY a.key_id, a.iat, a.cti
ON CONFLICT (key_id, iat, cti) DO NOTHING
