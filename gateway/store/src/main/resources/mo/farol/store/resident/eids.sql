-- Card and binding of each row: the live binding, else the latest.
SELECT who.id, c.status AS card_status, c.expires, b.*, u.at AS last_used
FROM unnest($1::bigint[]) AS who(id)
LEFT JOIN card c ON c.resident = who.id
LEFT JOIN LATERAL (
    SELECT b.id AS binding, b.handle, b.status, b.sealed_phone, b.way, b.key_level, b.bound_at, b.ended_at, b.ended_by
    FROM binding b
    WHERE b.resident = who.id
    ORDER BY b.status IN (1, 2) DESC, b.bound_at DESC, b.id DESC LIMIT 1) b ON true
LEFT JOIN LATERAL (
    SELECT a.at
    FROM access_record a
    WHERE a.resident = who.id AND a.binding = b.binding AND a.outcome IN (1, 2)
    ORDER BY a.attempt DESC LIMIT 1) u ON true
