-- The gateway's role may not change tables; these functions do the narrow part of it that upkeep needs. Each takes the
-- advisory lock, so that one node does it at a time; the others get null at once.

CREATE FUNCTION upkeep_is_mine() RETURNS boolean LANGUAGE sql AS
$$ SELECT pg_try_advisory_xact_lock(4611180) $$;

-- Creates what is missing of the redemption days from the floor's to today + ahead, and of the record's months.
CREATE FUNCTION create_partitions(ahead integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = farol, pg_temp SET timezone = 'UTC' SET lock_timeout = '300ms' AS $$
DECLARE
    made  integer := 0;
    day   date;
    month date;
BEGIN
    IF ahead NOT BETWEEN 1 AND 31 THEN
        RAISE EXCEPTION 'ahead is 1 to 31 days' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF NOT upkeep_is_mine() THEN
        RETURN NULL;
    END IF;
    FOR day IN SELECT generate_series(
        least(to_timestamp((SELECT code_floor FROM arbiter))::date, current_date), current_date + ahead, '1 day')
    LOOP
        made := made + create_redemption_day(day);
    END LOOP;
    FOR month IN SELECT generate_series(
        date_trunc('month', current_date - 1), date_trunc('month', current_date) + interval '2 months', '1 month')
    LOOP
        made := made + create_record_month(month);
    END LOOP;
    RETURN made;
END
$$;

CREATE FUNCTION create_redemption_day(day date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    name text := 'redemption_' || to_char(day, 'YYYYMMDD');
    low  bigint := extract(epoch FROM day::timestamp)::bigint;
BEGIN
    IF to_regclass('farol.' || name) IS NOT NULL THEN
        RETURN 0;
    END IF;
    -- Attaching an empty table locks less than creating it as a partition does.
    EXECUTE format('CREATE TABLE farol.%I (LIKE farol.redemption INCLUDING DEFAULTS)', name);
    EXECUTE format('ALTER TABLE farol.redemption ATTACH PARTITION farol.%I FOR VALUES FROM (%s) TO (%s)',
                   name, low, low + 86400);
    RETURN 1;
END
$$;

CREATE FUNCTION first_attempt_of(month date) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT rpad(lpad(to_hex((extract(epoch FROM month::timestamp) * 1000)::bigint), 12, '0'), 32, '0')::uuid
$$;

CREATE FUNCTION create_record_month(month date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    name text := 'access_record_' || to_char(month, 'YYYYMM');
    low  uuid := first_attempt_of(month);
    high uuid := first_attempt_of((month + interval '1 month')::date);
BEGIN
    IF to_regclass('farol.' || name) IS NOT NULL
        OR EXISTS (SELECT FROM access_record_default WHERE attempt >= low AND attempt < high) THEN
        RETURN 0;
    END IF;
    EXECUTE format('CREATE TABLE farol.%I (LIKE farol.access_record INCLUDING DEFAULTS INCLUDING GENERATED)', name);
    EXECUTE format('ALTER TABLE farol.access_record ATTACH PARTITION farol.%I FOR VALUES FROM (%L) TO (%L)',
                   name, low, high);
    RETURN 1;
END
$$;

-- Drops the redemption days that lie wholly below the committed floor. Call it after the floor's own commit.
CREATE FUNCTION drop_redemptions_below_floor() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = farol, pg_temp SET timezone = 'UTC' SET lock_timeout = '300ms' AS $$
DECLARE
    floor   bigint;
    name    text;
    dropped integer := 0;
BEGIN
    IF NOT upkeep_is_mine() THEN
        RETURN NULL;
    END IF;
    SELECT code_floor INTO floor FROM arbiter;
    FOR name IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'farol.redemption'::regclass
          AND extract(epoch FROM to_date(substr(c.relname, 12), 'YYYYMMDD')::timestamp) + 86400 <= floor
        ORDER BY c.relname
    LOOP
        EXECUTE format('DROP TABLE farol.%I', name);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END
$$;

-- How many whole days after today have their partition, without a gap.
CREATE FUNCTION redemption_days_ahead() RETURNS integer LANGUAGE sql STABLE
SET timezone = 'UTC' AS $$
    SELECT coalesce(min(n) - 1, 31)::integer FROM generate_series(0, 31) n
    WHERE to_regclass('farol.redemption_' || to_char(current_date + n, 'YYYYMMDD')) IS NULL
$$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA farol FROM PUBLIC;
GRANT EXECUTE ON FUNCTION create_partitions(integer), drop_redemptions_below_floor(), redemption_days_ahead()
    TO farol_app;

SELECT create_partitions(7);
