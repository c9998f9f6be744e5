-- The log's head, how old the oldest record is that is not in it, and which transactions are still under way.
SELECT t.epoch, t.size, t.root, t.last_xact::text AS last_xact, t.last_id, t.checkpoint, t.checkpoint_size,
       t.checkpoint_at <= clock_timestamp() - interval '1 second' AS checkpoint_due,
       pg_snapshot_xmin(pg_current_snapshot())::text AS horizon,
       pg_snapshot_xmin(pg_current_snapshot()) < pg_snapshot_xmax(pg_current_snapshot()) AS held,
       (extract(epoch FROM clock_timestamp() - least(r.at, e.at, c.at)) * 1000)::bigint AS oldest_millis
FROM log_tree t
LEFT JOIN LATERAL (SELECT at FROM access_record WHERE (xact, attempt) > (t.last_xact, t.last_id)
                   ORDER BY xact, attempt LIMIT 1) r ON true
LEFT JOIN LATERAL (SELECT at FROM eid_event WHERE (xact, id) > (t.last_xact, t.last_id)
                   ORDER BY xact, id LIMIT 1) e ON true
LEFT JOIN LATERAL (SELECT at FROM log_cut WHERE (xact, id) > (t.last_xact, t.last_id)
                   ORDER BY xact, id LIMIT 1) c ON true
