-- An event as it was recorded.
SELECT e.id, e.at, e.resident, r.handle AS eid, b.handle AS binding, b.key_id, e.binding AS about, e.kind, e.refusal,
       e.channel, e.actor, e.by_row, e.by_names, e.reason, e.detail
FROM eid_event e
JOIN LATERAL (SELECT handle FROM resident WHERE id = e.resident LIMIT 1) r ON true
LEFT JOIN LATERAL (SELECT handle, key_id FROM binding WHERE id = e.binding LIMIT 1) b ON true
WHERE e.id = $1
