-- An e-ID by its row, its handle, or the handle of one of its bindings, and what became of a request, if one is named.
-- The bindings are the newest ones; the live one is always the newest of all.
SELECT statement_timestamp() AS now, r.id, r.handle, r.multiple, r.wrapped_key, born.sealed AS born,
       coalesce(c.status, 2) AS card_status, c.expires AS card_expires,
       coalesce(c.sequence, 0) AS card_sequence, coalesce(c.dead, false) AS dead,
       b.ids, b.handles, b.statuses, b.ways, b.actors, b.bound, b.enders,
       g.guardians, g.kinds, g.multiples, g.in_force, g.sequences,
       a.accounts, a.issuers, a.linked,
       q.hash AS request_hash, q.event AS request_event
FROM resident r
LEFT JOIN LATERAL (SELECT sealed FROM resident_field WHERE resident = r.id AND field = 5 LIMIT 1) born ON true
LEFT JOIN LATERAL (SELECT status, expires, sequence, dead FROM card WHERE resident = r.id LIMIT 1) c ON true
LEFT JOIN LATERAL (
    SELECT array_agg(id ORDER BY id DESC) AS ids, array_agg(handle ORDER BY id DESC) AS handles,
           array_agg(status ORDER BY id DESC) AS statuses, array_agg(way ORDER BY id DESC) AS ways,
           array_agg(coalesce(actor, r.id) ORDER BY id DESC) AS actors,
           array_agg(bound_at ORDER BY id DESC) AS bound, array_agg(ended_by ORDER BY id DESC) AS enders
    FROM (SELECT * FROM binding WHERE resident = r.id ORDER BY resident DESC, id DESC LIMIT 200) newest) b ON true
LEFT JOIN LATERAL (
    SELECT array_agg(guardian) AS guardians, array_agg(kind) AS kinds, array_agg(multiple) AS multiples,
           array_agg(in_force) AS in_force, array_agg(sequence) AS sequences
    FROM (SELECT g.guardian, g.kind, p.multiple, g.in_force, g.sequence
          FROM guardianship g
          JOIN LATERAL (SELECT multiple FROM resident WHERE id = g.guardian LIMIT 1) p ON true
          WHERE g.minor = r.id
          ORDER BY g.in_force DESC, g.guardian LIMIT 200) known) g ON true
LEFT JOIN LATERAL (
    SELECT array_agg(account) AS accounts, array_agg(issuer) AS issuers, array_agg(linked) AS linked
    FROM (SELECT account, issuer, linked
          FROM resident_account WHERE resident = r.id ORDER BY linked DESC, id DESC LIMIT 200) held) a ON true
LEFT JOIN LATERAL (SELECT hash, event FROM eid_request WHERE scope = $4::bytea LIMIT 1) q ON true
WHERE r.id = coalesce($1::bigint, (SELECT id FROM resident WHERE handle = $2::uuid),
                      (SELECT resident FROM binding WHERE handle = $3::uuid))
