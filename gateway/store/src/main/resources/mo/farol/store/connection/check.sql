-- Read on every new connection: is this a server that may decide, and is it the one that decided until now?
SELECT pg_is_in_recovery() AS in_recovery,
       current_setting('fsync') AS fsync,
       current_setting('full_page_writes') AS full_page_writes,
       current_setting('synchronous_commit') AS synchronous_commit,
       current_setting('server_version_num')::integer AS version,
       (SELECT system_identifier FROM pg_control_system()) AS system_identifier,
       CASE WHEN NOT pg_is_in_recovery()
            THEN ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::integer END AS timeline,
       a.system_identifier AS recorded_identifier, a.timeline AS recorded_timeline, a.code_floor,
       current_setting('transaction_timeout', true) AS transaction_timeout,
       current_setting('lock_timeout') AS lock_timeout,
       current_setting('statement_timeout') AS statement_timeout,
       pg_has_role(current_user, 'farol_ddl', 'MEMBER') OR has_table_privilege('access_record', 'UPDATE, DELETE, TRUNCATE')
           AS may_too_much
FROM arbiter a
