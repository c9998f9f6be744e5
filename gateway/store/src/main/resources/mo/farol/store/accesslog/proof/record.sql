-- Access records with everything that their canonical bytes are made of. A condition follows.
SELECT r.format, r.kind, r.attempt, r.at, r.resident, r.binding, r.subject_salt, r.institution, r.terminal, r.purpose,
       r.policy_version, r.requested, r.released, r.withheld, r.outcome, r.why, r.tries, r.request_hash, r.staff, r.place,
       r.lane, r.reason, r.salt, r.xact::text AS xact
FROM access_record r
WHERE 
