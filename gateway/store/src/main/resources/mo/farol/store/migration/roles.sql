-- Run once per server by a superuser, before the migrations: the two roles and what each may take of the server's time.
-- farol_ddl owns the tables and is used by the migrations only. farol_app is the gateway's role and owns nothing.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'farol_ddl') THEN
        CREATE ROLE farol_ddl LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'farol_app') THEN
        CREATE ROLE farol_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
    IF current_setting('server_version_num')::int >= 170000 THEN
        ALTER ROLE farol_app SET transaction_timeout = '1s';
    END IF;
END
$$;

ALTER ROLE farol_app SET search_path = farol;
ALTER ROLE farol_app SET statement_timeout = '2s';
ALTER ROLE farol_app SET lock_timeout = '500ms';
ALTER ROLE farol_app SET idle_in_transaction_session_timeout = '1s';
ALTER ROLE farol_app SET client_connection_check_interval = '1s';
ALTER ROLE farol_app SET tcp_user_timeout = '3s';
ALTER ROLE farol_app SET default_transaction_isolation = 'read committed';
