-- Events with everything that their canonical bytes are made of.
SELECT e.id, e.at, e.resident, e.binding, e.kind, e.refusal, e.channel, e.actor, e.by_row, e.by_names, e.reason, e.detail,
       e.salt, e.xact::text AS xact
FROM eid_event e
WHERE e.id = ANY ($1::uuid[])
