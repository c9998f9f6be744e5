SELECT r.attempt, r.at, i.name AS institution_name, t.name AS terminal_name, p.name AS purpose_name,
       r.policy_version, r.released, r.outcome, r.why, r.request_hash, r.leaf
FROM access_record r
JOIN institution i ON i.id = r.institution
JOIN terminal t ON t.id = r.terminal
JOIN purpose p ON p.id = r.purpose
WHERE r.attempt = $1 AND r.institution = $2
