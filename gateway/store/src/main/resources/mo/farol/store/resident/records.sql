-- The newest records of any of these people before one attempt. Each person's are read by the index on their own, so
-- nobody's page costs more for how much others were read. The names are joined when the page is cut; institution 0 is
-- the bureau itself, which has no row.
SELECT r.*, i.name AS institution_name, t.name AS terminal_name, p.name AS purpose_name
FROM (SELECT a.*
      FROM unnest($1::bigint[]) AS who(id)
      CROSS JOIN LATERAL (
          SELECT a.attempt, a.resident, a.kind, a.at, a.institution, a.terminal, a.purpose, a.place, a.lane, a.reason,
                 a.staff, a.requested, a.released, a.outcome, a.why, a.tries, a.policy_version, a.leaf
          FROM access_record a
          WHERE a.resident = who.id AND a.attempt < $2
          ORDER BY a.attempt DESC LIMIT $3) a
      ORDER BY a.attempt DESC LIMIT $3) r
LEFT JOIN institution i ON i.id = r.institution
LEFT JOIN terminal t ON t.id = r.terminal
LEFT JOIN purpose p ON p.id = r.purpose
ORDER BY r.attempt DESC
