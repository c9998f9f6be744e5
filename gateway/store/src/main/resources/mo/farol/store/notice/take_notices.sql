-- Takes notices that are due to be mailed. Others skip what is being taken, and then find it leased. Whoever has lost
-- their address meanwhile is not written to.
WITH due AS MATERIALIZED (
    SELECT id FROM notice
    WHERE mail = 1 AND mail_after <= statement_timestamp()
    ORDER BY mail_after LIMIT $1
    FOR UPDATE SKIP LOCKED
),
taken AS (
    UPDATE notice n
    SET mail_after = statement_timestamp() + $2::bigint * interval '1 millisecond',
        mail = CASE WHEN EXISTS (SELECT FROM contact c WHERE c.resident = n.resident AND c.sealed_email IS NOT NULL)
               THEN 1 ELSE 4 END
    FROM due
    WHERE n.id = due.id
    RETURNING n.id, n.resident, n.kind, n.at, n.about, n.event, n.institution, n.mail
)
SELECT t.id, t.kind, t.at, t.about = t.resident AS self, t.event, i.name AS institution_name,
       t.resident, r.wrapped_key, c.language, c.sealed_email
FROM taken t
JOIN resident r ON r.id = t.resident
JOIN contact c ON c.resident = t.resident
LEFT JOIN institution i ON i.id = t.institution
WHERE t.mail = 1 AND c.sealed_email IS NOT NULL
