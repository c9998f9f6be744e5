-- Takes up to $6 tickets of day $5 for binding $1, of which it may have $7. The count's row is locked while it is changed,
-- and its condition read again under the lock: so requests at many nodes at once get as many together as one alone.
-- What was signed ($3) is used up first, also by a request that then gets none.
WITH active AS MATERIALIZED (
    SELECT id FROM binding WHERE id = $1::bigint AND status = 1
),
used AS (
    INSERT INTO used_once (kind, key, forget_after)
    SELECT $2::smallint, $3::bytea, $4::timestamptz FROM active
    ON CONFLICT (kind, key) DO NOTHING
    RETURNING kind
),
taken AS (
    INSERT INTO ticket_count AS c (day, binding, given, latest)
    SELECT $5::date, $1::bigint, least($6::integer, $7::integer), least($6::integer, $7::integer) FROM used
    ON CONFLICT (day, binding) DO UPDATE
    SET given = least(c.given + $6::integer, $7::integer), latest = least($6::integer, $7::integer - c.given)
    WHERE c.given < $7::integer
    RETURNING given, latest
)
SELECT (SELECT count(*) FROM active) AS active, (SELECT count(*) FROM used) AS used,
       (SELECT given FROM taken) AS given, (SELECT latest FROM taken) AS latest
