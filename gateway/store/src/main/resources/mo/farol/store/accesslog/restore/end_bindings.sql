-- After a restore: ends or suspends bindings, each with an event and a notice, so that nobody finds out at a counter.
-- $1, $2: bindings and what they become. $3: residents whose bindings rest. $4: every active binding rests.
WITH asked AS (
    SELECT id, status FROM unnest($1::bigint[], $2::integer[]) AS a(id, status)
),
chosen AS MATERIALIZED (
    SELECT b.id, b.resident, coalesce(a.status, 2)::smallint AS status, statement_timestamp() AS at,
           (lpad(to_hex(floor(extract(epoch FROM statement_timestamp()) * 1000)::bigint), 12, '0') || '7'
            || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid AS event
    FROM binding b LEFT JOIN asked a ON a.id = b.id
    WHERE b.status IN (1, 2) AND b.status <> coalesce(a.status, 2)
      AND (a.id IS NOT NULL OR b.resident = ANY ($3::bigint[]) OR $4::boolean)
),
moved AS (
    UPDATE binding b
    SET status = c.status, ended_by = CASE WHEN c.status > 2 THEN c.event END,
        ended_at = CASE WHEN c.status > 2 THEN c.at END
    FROM chosen c WHERE b.id = c.id
    RETURNING b.id
),
recorded AS (
    INSERT INTO eid_event (id, at, resident, binding, kind, channel, actor, reason, salt)
    SELECT event, at, resident, id, CASE status WHEN 2 THEN 3 WHEN 3 THEN 2 ELSE 5 END, 7, 4, 'restore',
           uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
    FROM chosen
),
told AS (
    INSERT INTO notice (id, resident, kind, at, about, event, mail, mail_after)
    SELECT (lpad(to_hex(floor(extract(epoch FROM c.at) * 1000)::bigint), 12, '0') || '7'
            || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid,
           c.resident, CASE c.status WHEN 2 THEN 3 WHEN 3 THEN 2 ELSE 5 END, c.at, c.resident, c.event,
           CASE WHEN k.sealed_email IS NULL THEN 4 ELSE 1 END, c.at
    FROM chosen c LEFT JOIN contact k ON k.resident = c.resident
)
SELECT (SELECT count(*) FROM chosen WHERE status > 2) AS ended, (SELECT count(*) FROM chosen WHERE status = 2) AS rested,
       (SELECT count(*) FROM moved) AS moved
