-- One person's notices: about those in $3, and of the kinds in $4 about anybody.
SELECT n.id, n.kind, n.at, n.event, n.read_at, n.about = n.resident AS self, r.handle, i.name AS institution_name
FROM (SELECT n.*
      FROM notice n
      WHERE n.resident = $1 AND n.id < $2 AND (n.about = ANY($3::bigint[]) OR n.kind = ANY($4::integer[]))
        AND NOT ($5::boolean AND n.read_at IS NOT NULL)
      ORDER BY n.id DESC LIMIT $6) n
JOIN resident r ON r.id = n.about
LEFT JOIN institution i ON i.id = n.institution
ORDER BY n.id DESC
