-- Who may act now for each of these minors, with the sealed fields of mask $2.
SELECT g.minor, g.kind, r.id, r.handle, r.multiple, r.wrapped_key, f.fields, f.sealed,
       (statement_timestamp() AT TIME ZONE interval '8 hours')::date AS today
FROM unnest($1::bigint[]) AS who(id)
JOIN guardianship g ON g.minor = who.id AND g.in_force
JOIN resident r ON r.id = g.guardian
LEFT JOIN LATERAL (
    SELECT array_agg(field) AS fields, array_agg(sealed) AS sealed
    FROM resident_field
    WHERE resident = r.id AND ($2::integer >> field) & 1 = 1) f ON true
ORDER BY g.minor, g.kind, r.id
