SELECT e.*, b.handle AS binding_handle, b.key_id
FROM (SELECT e.*
      FROM unnest($1::bigint[]) AS who(id)
      CROSS JOIN LATERAL (
          SELECT e.id, e.at, e.resident, e.binding, e.kind, e.refusal, e.channel, e.actor, e.by_row, e.by_names,
                 e.reason, e.detail
          FROM eid_event e
          WHERE e.resident = who.id AND e.id < $2
          ORDER BY e.id DESC LIMIT $3) e
      ORDER BY e.id DESC LIMIT $3) e
LEFT JOIN binding b ON b.id = e.binding
ORDER BY e.id DESC
