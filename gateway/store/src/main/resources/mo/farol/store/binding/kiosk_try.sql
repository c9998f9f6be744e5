-- Somebody types a number for a card. One that fits none of what waits for that card is counted on all of it, once for each
-- request. One that fits counts nothing, but waits here for those who are counted at the same moment: the state that is
-- read next has them.
WITH fit AS (
    SELECT EXISTS (SELECT FROM kiosk_number WHERE number_hash = $1::bytea AND actor = $2::bigint) AS fits
),
wrong AS (
    INSERT INTO used_once (kind, key, forget_after)
    SELECT $3::integer, $4::bytea, statement_timestamp() + interval '1 day' FROM fit WHERE NOT fits
    ON CONFLICT (kind, key) DO NOTHING
    RETURNING kind
)
UPDATE kiosk_number SET wrong_tries = wrong_tries + (SELECT count(*) FROM wrong)
WHERE actor = $2::bigint AND expires > statement_timestamp() AND wrong_tries < 1000
