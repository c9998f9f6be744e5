SELECT b.handle, b.status, b.sealed_phone, b.way, b.key_level, b.bound_at, b.ended_at, b.ended_by, u.last_used
FROM binding b
LEFT JOIN (
    SELECT a.binding, max(a.at) AS last_used
    FROM access_record a
    WHERE a.resident = $1 AND a.outcome IN (1, 2)
    GROUP BY a.binding) u ON u.binding = b.id
WHERE b.resident = $1
ORDER BY b.bound_at DESC, b.id DESC
