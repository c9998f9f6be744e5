-- Enters a ruling about one e-ID, whose row is locked: first what ends or rests, then the new binding, so that never two
-- are live; the card, the guardians and the accounts; the events, the notices, and what this request was answered.
WITH moved AS (
    UPDATE binding b
    SET status = (($3::integer[])[array_position($2::bigint[], b.id)])::smallint,
        ended_by = ($4::uuid[])[array_position($2::bigint[], b.id)],
        ended_at = CASE WHEN ($4::uuid[])[array_position($2::bigint[], b.id)] IS NOT NULL THEN $5::timestamptz END
    WHERE b.id = ANY ($2::bigint[]) AND b.resident = $1::bigint
    RETURNING b.id
),
activated AS (
    UPDATE binding SET status = 1
    WHERE id = $6::bigint AND (SELECT count(*) FROM moved) = cardinality($2::bigint[])
    RETURNING id
),
carded AS (
    INSERT INTO card (resident, status, expires, sequence, dead)
    SELECT $1::bigint, $7::integer, $8::date, $9::bigint, $10::boolean
    WHERE $7::integer IS NOT NULL
    ON CONFLICT (resident) DO UPDATE
    SET status = excluded.status, expires = excluded.expires, sequence = excluded.sequence, dead = excluded.dead
),
guarded AS (
    INSERT INTO guardianship (minor, guardian, kind, in_force, sequence)
    SELECT $1::bigint, guardian, kind, in_force, sequence
    FROM unnest($11::bigint[], $12::integer[], $13::boolean[], $14::bigint[]) AS g(guardian, kind, in_force, sequence)
    ORDER BY guardian
    ON CONFLICT (minor, guardian) DO UPDATE
    SET kind = excluded.kind, in_force = excluded.in_force, sequence = excluded.sequence
),
unlinked AS (
    UPDATE resident_account SET linked = false
    WHERE resident = $1::bigint AND linked AND account = ANY ($32::bytea[])
    RETURNING id
),
recorded AS (
    INSERT INTO eid_event (id, at, resident, binding, kind, refusal, channel, actor, by_row, by_names, reason, detail,
                           salt)
    SELECT id, $5::timestamptz, $1::bigint, binding, kind, refusal, channel, actor, by_row,
           string_to_array(by_names, E'\x1f'), reason, detail, salt
    FROM unnest($15::uuid[], $16::bigint[], $17::integer[], $18::integer[], $19::integer[], $20::integer[],
                $21::bigint[], $22::text[], $23::text[], $24::text[], $25::bytea[])
        AS e(id, binding, kind, refusal, channel, actor, by_row, by_names, reason, detail, salt)
),
told AS (
    INSERT INTO notice (id, resident, kind, at, about, event, mail, mail_after)
    SELECT n.id, n.recipient, n.kind, $5::timestamptz, $1::bigint, n.event, CASE WHEN c.by_mail THEN 1 ELSE 4 END,
           $5::timestamptz
    FROM unnest($26::uuid[], $27::bigint[], $28::integer[], $29::uuid[]) AS n(id, recipient, kind, event)
    LEFT JOIN LATERAL (
        SELECT sealed_email IS NOT NULL AS by_mail FROM contact WHERE resident = n.recipient LIMIT 1) c ON true
),
answered AS (
    INSERT INTO eid_request (scope, hash, event) VALUES ($30::bytea, $31::bytea, ($15::uuid[])[1])
    ON CONFLICT (scope) DO NOTHING
    RETURNING event
)
SELECT (SELECT count(*) FROM moved) AS moved, (SELECT count(*) FROM activated) AS activated,
       (SELECT count(*) FROM unlinked) AS unlinked, (SELECT count(*) FROM answered) AS answered, b.handle, b.key_id
FROM (VALUES (1)) AS one
LEFT JOIN LATERAL (SELECT handle, key_id FROM binding WHERE id = ($16::bigint[])[1] LIMIT 1) b ON true
