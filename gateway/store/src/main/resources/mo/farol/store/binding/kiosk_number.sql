-- A kiosk number by its challenge, or by the number and whose card may complete it. It ended at its time, or when a later
-- one of the same e-ID was made. It was used when it, its challenge or its key was.
SELECT k.challenge, k.resident, k.actor, k.key_level, k.wrong_tries,
       least(k.expires, later.at) AS expires,
       EXISTS (SELECT FROM used_once WHERE kind = 4 AND key = uuid_send(k.challenge))
           OR EXISTS (SELECT FROM used_once WHERE kind = 1 AND key = uuid_send(k.challenge))
           OR bound.key_id IS NOT NULL AS used
FROM kiosk_number k
LEFT JOIN LATERAL (
    SELECT n.at FROM kiosk_number n
    WHERE n.resident = k.resident AND (n.at, n.challenge) > (k.at, k.challenge)
    ORDER BY n.at LIMIT 1) later ON true
LEFT JOIN LATERAL (
    SELECT b.key_id
    FROM (SELECT key_id FROM binding_challenge WHERE id = k.challenge LIMIT 1) c
    JOIN LATERAL (SELECT key_id FROM binding WHERE key_id = c.key_id LIMIT 1) b ON true) bound ON true
WHERE k.challenge = coalesce($1::uuid, (
    SELECT challenge FROM kiosk_number WHERE number_hash = $2::bytea AND actor = $3::bigint
    ORDER BY at DESC LIMIT 1))
