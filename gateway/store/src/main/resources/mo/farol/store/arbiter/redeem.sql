-- The redeeming statement: one autocommit statement at READ COMMITTED for a batch of requests.
-- An attempt that has no row in the answer lost: another attempt with the same key was inserted between this
-- statement's snapshot and its insert, or in the same batch, or another one answered the same challenge, and only a
-- second statement can see it.
WITH asked AS MATERIALIZED (
    SELECT *
    FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bytea[], $5::bytea[], $6::boolean[],
                $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $11::integer[], $12::integer[],
                $13::text[], $14::text[], $15::text[], $16::text[], $17::bytea[], $18::bytea[], $19::bytea[],
                $22::uuid[])
        AS a(attempt, key_id, iat, cti, key_hash, late,
             terminal, institution, purpose, policy_version, requested, kind,
             staff, place, lane, reason, retry_key_hash, request_hash, salt, nonce)
),
clock AS MATERIALIZED (
    SELECT statement_timestamp() AS at, extract(epoch FROM statement_timestamp())::numeric AS seconds,
           (statement_timestamp() AT TIME ZONE interval '8 hours')::date AS today,
           (SELECT code_floor FROM arbiter WHERE one) AS code_floor
),
-- Everything that can be withdrawn is read here, in the snapshot that the redemption commits with.
judged AS MATERIALIZED (
    SELECT a.*, clock.at, b.resident, b.binding, b.by_guardian, b.card_status, g.in_person,
           coalesce(a.requested & g.fields, 0) AS releasable,
           CASE
               WHEN same.void THEN -3
               WHEN same.terminal = a.terminal AND same.retry_key_hash = a.retry_key_hash
                   AND same.request_hash = a.request_hash THEN -2
               WHEN t.suspended IS NOT FALSE OR t.institution <> a.institution THEN 101
               WHEN t.institution_suspended THEN 102
               WHEN t.means_suspended THEN 103
               WHEN g.withdrawn IS NOT FALSE THEN 104
               WHEN b.key_hash IS DISTINCT FROM a.key_hash OR g.version <> a.policy_version THEN -1
               -- Before everything about the phone, so that any other refusal proves there was no acceptance.
               WHEN same.terminal IS NOT NULL THEN 3
               WHEN b.status = 2 THEN 6
               WHEN b.status = 3 THEN 5
               WHEN b.status = 4 THEN 7
               WHEN b.card_status IS NULL OR b.card_status = 2 THEN 9
               WHEN b.card_expires < clock.today THEN 8
               WHEN b.key_level < g.least_key_level THEN 13
               WHEN a.iat - $21::bigint > clock.seconds THEN 2
               WHEN a.late OR a.iat + $20::bigint < clock.seconds OR a.iat < clock.code_floor THEN 1
               -- Bounded to a day, because code_floor is never more than a day behind: two partitions at most.
               WHEN EXISTS (SELECT FROM redemption r
                            WHERE r.key_id = a.key_id AND r.iat >= a.iat AND r.iat <= a.iat + 86400
                              AND (r.iat, r.cti) > (a.iat, a.cti) AND NOT r.void) THEN 1
               WHEN a.nonce IS NULL AND g.challenge_required THEN 11
               -- Shown by this very terminal, for this very purpose, not over, not answered. Unknown is not true either.
               WHEN a.nonce IS NOT NULL AND NOT coalesce(shown.terminal = a.terminal AND shown.purpose = a.purpose
                   AND shown.expires >= clock.at AND shown.used_by IS NULL, false) THEN 12
               ELSE 0
           END AS verdict
    FROM asked a
    CROSS JOIN clock
    LEFT JOIN LATERAL (
        SELECT b.id AS binding, b.resident, b.key_hash, b.status, b.key_level, b.way IN (2, 4, 6) AS by_guardian,
               c.status AS card_status, c.expires AS card_expires
        FROM binding b LEFT JOIN card c ON c.resident = b.resident
        WHERE b.key_id = a.key_id LIMIT 1) b ON true
    LEFT JOIN LATERAL (
        SELECT t.institution, t.suspended, i.suspended AS institution_suspended, m.suspended AS means_suspended
        FROM terminal t JOIN institution i ON i.id = t.institution JOIN means m ON m.id = t.means
        WHERE t.id = a.terminal LIMIT 1) t ON true
    LEFT JOIN LATERAL (
        SELECT g.version, g.fields, g.withdrawn, p.in_person, p.least_key_level, p.challenge_required
        FROM purpose_grant g JOIN purpose p ON p.id = g.purpose
        WHERE g.institution = a.institution AND g.purpose = a.purpose LIMIT 1) g ON true
    LEFT JOIN LATERAL (
        SELECT r.void, r.terminal, r.retry_key_hash, r.request_hash
        FROM redemption r
        WHERE r.key_id = a.key_id AND r.iat = a.iat AND r.cti = a.cti LIMIT 1) same ON true
    LEFT JOIN LATERAL (
        SELECT c.terminal, c.purpose, c.expires, c.used_by
        FROM terminal_challenge c
        WHERE a.nonce IS NOT NULL AND c.id = a.nonce LIMIT 1) shown ON true
),
-- A challenge is answered once: by one attempt of this batch, and only if nobody answered it since the snapshot, which the
-- lock waits for and reads again. Locked in order, and before any redemption is inserted, because the sort below reads all
-- of it first: or two nodes' batches deadlock. Without a nonce in the batch nothing is looked up.
answered AS MATERIALIZED (
    SELECT c.id, j.attempt
    FROM (SELECT DISTINCT ON (nonce) nonce, attempt FROM judged
          WHERE verdict = 0 AND nonce IS NOT NULL
          ORDER BY nonce, key_id, iat, cti, attempt) j
    CROSS JOIN LATERAL (
        SELECT id FROM terminal_challenge WHERE id = j.nonce AND used_by IS NULL LIMIT 1 FOR UPDATE) c
),
used AS (
    UPDATE terminal_challenge c SET used_by = answered.attempt FROM answered WHERE c.id = answered.id
    RETURNING answered.attempt
),
-- Sorted by key, or two nodes' batches deadlock.
won AS (
    INSERT INTO redemption (key_id, iat, cti, resident, attempt, terminal, retry_key_hash, request_hash)
    SELECT key_id, iat, cti, resident, attempt, terminal, retry_key_hash, request_hash
    FROM judged
    WHERE verdict = 0 AND (nonce IS NULL OR attempt IN (SELECT attempt FROM used))
    ORDER BY key_id, iat, cti
    ON CONFLICT (key_id, iat, cti) DO NOTHING
    RETURNING attempt
),
-- Accepted means: my attempt came back. The key would mark both of two equal codes. Released starts empty and adds
-- what is asked for, granted and on file; the handle (bit 13) is computed, so it always is.
decided AS MATERIALIZED (
    SELECT j.*,
           CASE WHEN verdict <> 0 THEN 0
                ELSE coalesce((SELECT bit_or(1 << f.field) FROM resident_field f
                               WHERE f.resident = j.resident AND (j.releasable >> f.field) & 1 = 1), 0)
                     | (j.releasable & 8192)
           END AS released
    FROM judged j
    WHERE verdict > 0 OR verdict = 0 AND attempt IN (SELECT attempt FROM won)
),
recorded AS (
    INSERT INTO access_record (kind, attempt, at, resident, binding, institution, terminal, purpose, policy_version,
                               requested, released, withheld, outcome, why,
                               request_hash, staff, place, lane, reason, salt)
    SELECT kind, attempt, at, coalesce(resident, 0), coalesce(binding, 0), institution, terminal, purpose,
           policy_version, requested, released, requested & ~released,
           CASE WHEN verdict > 0 THEN 3 WHEN card_status = 3 OR no_photo THEN 2 ELSE 1 END,
           CASE WHEN verdict > 0 THEN verdict WHEN card_status = 3 THEN 202 WHEN no_photo THEN 201 ELSE 0 END,
           request_hash, staff, place, lane, reason, salt
    FROM (SELECT *, in_person AND requested & 4096 <> 0 AND released & 4096 = 0 AS no_photo FROM decided) d
    RETURNING attempt, at, resident, institution, policy_version, released, outcome, why, leaf
),
-- The first time that an institution reads somebody's e-ID is told. Mostly it is not the first, and this only looks.
-- Sorted like the redemptions, and taken after all of them, so that no two batches wait for each other.
newcomer AS MATERIALIZED (
    SELECT DISTINCT ON (d.resident, d.institution) d.resident, d.institution, d.attempt, d.at, d.by_guardian
    FROM decided d
    LEFT JOIN LATERAL (
        SELECT true AS before FROM institution_seen s
        WHERE s.resident = d.resident AND s.institution = d.institution LIMIT 1) s ON true
    WHERE d.verdict = 0 AND s.before IS NULL
    ORDER BY d.resident, d.institution, d.attempt
),
seen AS (
    INSERT INTO institution_seen (resident, institution)
    SELECT resident, institution FROM newcomer ORDER BY resident, institution
    ON CONFLICT (resident, institution) DO NOTHING
    RETURNING resident, institution
),
-- A binding that a guardian made is a minor's, unless they were told that they came of age (kind 12) and keep it: whoever
-- has authority over a minor now is told as well. Kind 13, its id a UUIDv7.
told AS (
    INSERT INTO notice (id, resident, kind, at, about, event, institution, mail, mail_after)
    SELECT (lpad(to_hex(floor(extract(epoch FROM n.at) * 1000)::bigint), 12, '0') || '7'
            || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid,
           t.recipient, 13, n.at, n.resident, n.attempt, n.institution, CASE WHEN c.by_mail THEN 1 ELSE 4 END, n.at
    FROM newcomer n
    JOIN seen ON seen.resident = n.resident AND seen.institution = n.institution
    CROSS JOIN LATERAL (
        SELECT n.resident AS recipient
        UNION ALL
        SELECT g.guardian FROM guardianship g
        WHERE n.by_guardian AND g.minor = n.resident AND g.in_force
          AND NOT EXISTS (SELECT FROM notice o WHERE o.resident = n.resident AND o.kind = 12 AND o.about = n.resident)) t
    LEFT JOIN LATERAL (
        SELECT sealed_email IS NOT NULL AS by_mail FROM contact WHERE resident = t.recipient LIMIT 1) c ON true
)
SELECT r.attempt, r.at AS now, 0 AS verdict, r.attempt AS id, r.at, r.resident, r.institution,
       i.name AS institution_name, r.policy_version, r.released, r.outcome, r.why, r.leaf,
       k.wrapped_key, k.key_version, f.fields, f.versions, f.sealed,
       CASE WHEN r.released & 8192 <> 0 THEN i.pairwise_secret END AS pairwise_secret,
       i.key_version AS pairwise_version
FROM recorded r
LEFT JOIN LATERAL (
    SELECT name, pairwise_secret, key_version FROM institution WHERE id = r.institution LIMIT 1) i ON true
LEFT JOIN LATERAL (
    SELECT wrapped_key, key_version FROM resident
    WHERE r.released & ~8192 <> 0 AND id = r.resident LIMIT 1) k ON true
LEFT JOIN LATERAL (
    SELECT array_agg(field) AS fields, array_agg(key_version) AS versions, array_agg(sealed) AS sealed
    FROM resident_field
    WHERE r.released & ~8192 <> 0 AND resident = r.resident AND (r.released >> field) & 1 = 1) f ON true
UNION ALL
SELECT attempt, at, verdict, null, null, null, null, null, null, null, null, null, null,
       null, null, null, null, null, null, null
FROM judged
WHERE verdict < 0
