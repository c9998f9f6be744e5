-- A person and, when asked ($2), those they have authority over; of each the sealed fields of mask $3. Who is still a
-- minor only the sealed birth date tells.
SELECT r.id, r.handle, r.multiple, r.wrapped_key, f.fields, f.sealed,
       (statement_timestamp() AT TIME ZONE interval '8 hours')::date AS today
FROM (SELECT $1::bigint AS id
      UNION ALL
      SELECT minor FROM guardianship WHERE guardian = $1::bigint AND in_force AND $2::boolean) who
JOIN resident r ON r.id = who.id
LEFT JOIN LATERAL (
    SELECT array_agg(field) AS fields, array_agg(sealed) AS sealed
    FROM resident_field
    WHERE resident = r.id AND ($3::integer >> field) & 1 = 1) f ON true
