-- The next records in the log's order, (xact, id) over all tables. Below the horizon every transaction has ended: nothing
-- can still appear there, so no gap is left behind, and the order never contradicts real time.
SELECT u.kind, u.id, u.leaf, u.xact::text AS xact
FROM (
    (SELECT 1 AS kind, attempt AS id, leaf, xact FROM access_record
     WHERE (xact, attempt) > ($1::text::xid8, $2::uuid) ORDER BY xact, attempt LIMIT $3)
    UNION ALL
    (SELECT 2, id, leaf, xact FROM eid_event
     WHERE (xact, id) > ($1::text::xid8, $2::uuid) ORDER BY xact, id LIMIT $3)
    UNION ALL
    (SELECT 3, id, leaf, xact FROM log_cut
     WHERE (xact, id) > ($1::text::xid8, $2::uuid) ORDER BY xact, id LIMIT $3)
) u
WHERE u.xact < pg_snapshot_xmin(pg_current_snapshot())
ORDER BY u.xact, u.id
LIMIT $3
