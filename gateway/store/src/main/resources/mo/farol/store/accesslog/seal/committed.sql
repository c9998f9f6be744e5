-- The head as it is committed. The message makes this commit wait for a synchronous standby, and so for everything that
-- was committed before it: what is read here cannot be lost by a failover.
SELECT t.epoch, t.size, t.root, fence.lsn FROM log_tree t
CROSS JOIN (SELECT pg_logical_emit_message(true, 'farol', 'head')::text AS lsn) fence
