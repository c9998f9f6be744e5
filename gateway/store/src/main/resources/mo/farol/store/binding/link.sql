-- An account for an e-ID, whose row is locked. Unless two operators approved, only one that never was another's: a link
-- that ended is still there, so that whoever reads at the same time sees it too. What comes back is linked.
INSERT INTO resident_account (account, resident, issuer)
SELECT $1::bytea, $2::bigint, $3::bytea
WHERE $4::boolean OR NOT EXISTS (SELECT FROM resident_account WHERE account = $1::bytea AND resident <> $2::bigint)
ON CONFLICT DO NOTHING
RETURNING resident
