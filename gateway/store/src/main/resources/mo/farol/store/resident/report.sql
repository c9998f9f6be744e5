-- Stores a report about a record of one of the people in $2, and tells who reported it. The statement writes nothing
-- when the record is nobody's of them, or was reported by the same person before.
WITH seen AS MATERIALIZED (
    SELECT a.resident, a.institution FROM access_record a WHERE a.attempt = $3::uuid AND a.resident = ANY($2::bigint[])
),
added AS (
    INSERT INTO report (id, resident, record, sealed_text, at, mail_after)
    SELECT $4::uuid, $1::bigint, $3::uuid, $5::bytea, statement_timestamp(), statement_timestamp() FROM seen
    ON CONFLICT (resident, record) DO NOTHING
    RETURNING id
),
told AS (
    INSERT INTO notice (id, resident, kind, at, about, event, institution, mail, mail_after)
    SELECT $6::uuid, $1::bigint, $7::integer, statement_timestamp(), seen.resident, added.id,
           nullif(seen.institution, 0),
           CASE WHEN EXISTS (SELECT FROM contact c WHERE c.resident = $1::bigint AND c.sealed_email IS NOT NULL)
                THEN 1 ELSE 4 END,
           statement_timestamp()
    FROM added CROSS JOIN seen
)
SELECT (SELECT count(*) FROM seen) AS seen, (SELECT id FROM added) AS added
