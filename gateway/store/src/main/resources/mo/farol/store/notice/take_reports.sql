-- Takes reports that are due to be mailed to the desk, as notices are taken.
WITH due AS MATERIALIZED (
    SELECT id FROM report
    WHERE mail = 1 AND mail_after <= statement_timestamp()
    ORDER BY mail_after LIMIT $1
    FOR UPDATE SKIP LOCKED
),
taken AS (
    UPDATE report p
    SET mail_after = statement_timestamp() + $2::bigint * interval '1 millisecond'
    FROM due
    WHERE p.id = due.id
    RETURNING p.id, p.resident, p.record, p.sealed_text, p.at
)
SELECT t.id, t.record, t.at, t.resident, t.sealed_text, r.wrapped_key, i.name AS institution_name
FROM taken t
JOIN resident r ON r.id = t.resident
LEFT JOIN access_record a ON a.attempt = t.record
LEFT JOIN institution i ON i.id = a.institution
