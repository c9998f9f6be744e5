package mo.farol.bench.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntFunction;
import mo.farol.bench.mint.KeyChain;

/**
 * Fills a database with residents and access records by SQL. The residents' bindings are real, their codes verify; their
 * fields are noise, so only a purpose that releases nothing may be asked for.
 */
final class Population {
    /** Rows of residents begin here, above those that were entered. */
    private static final long FIRST_ROW = 1_000_000_000L;

    private static final int KEYS_AT_ONCE = 4_096;
    private static final int ROWS_AT_ONCE = 200_000;

    /** Each from one number to another, and as long as what a gateway would have sealed. */
    private static final String RESIDENTS = """
            INSERT INTO resident (id, key_version, wrapped_key, number_index)
            SELECT n, 1, sha256(('key' || n)::bytea) || substr(sha256(('more' || n)::bytea), 1, 28),
                   sha256(('number' || n)::bytea)
            FROM generate_series(?::bigint, ?::bigint) n
            """;

    private static final String FIELDS = """
            INSERT INTO resident_field (resident, field, key_version, sealed)
            SELECT n, f, 1, sha256(('field' || f || n)::bytea) || substr(sha256(('more' || n)::bytea), 1, 16)
            FROM generate_series(?::bigint, ?::bigint) n, generate_series(0, 3) f
            """;

    private static final String CARDS = """
            INSERT INTO card (resident, status, expires)
            SELECT n, 1, '2099-12-31' FROM generate_series(?::bigint, ?::bigint) n
            """;

    /** That an institution reads somebody for the first time is told; with so many people, that was long ago. */
    private static final String SEEN = """
            INSERT INTO institution_seen (resident, institution)
            SELECT n, i.id FROM generate_series(?::bigint, ?::bigint) n, institution i
            """;

    private static final String BINDINGS = """
            INSERT INTO binding (resident, key_id, public_key, status)
            SELECT resident, key_id, public_key, 1
            FROM unnest(?::bigint[], ?::bigint[], ?::bytea[]) AS b(resident, key_id, public_key)
            """;

    /** The past hours of a database that has had so many verifications: ids as a gateway would have made them. */
    private static final String RECORDS = """
            INSERT INTO access_record (kind, attempt, at, resident, binding, institution, terminal, purpose,
                                       policy_version, requested, released, withheld, outcome, request_hash, salt)
            SELECT 1, (lpad(to_hex(s.ms), 12, '0') || '7' || substr(s.h, 1, 3) || '8' || substr(s.h, 4, 15))::uuid,
                   to_timestamp(s.ms / 1000.0), r.id, r.id, 1, 1, 1, 1, 0, 0, 0, 1,
                   sha256(s.h::bytea), sha256(('salt' || s.h)::bytea)
            FROM (SELECT n, md5(n::text) AS h,
                         (extract(epoch FROM now()) * 1000)::bigint - 82800000 + n * 79200000 / ?::bigint AS ms
                  FROM generate_series(?::bigint, ?::bigint) n) s
            CROSS JOIN LATERAL (SELECT ?::bigint + ('x' || substr(s.h, 20, 8))::bit(32)::bigint % ?::bigint AS id) r
            """;

    /** What was filled in is not for the log: it would take hours, and is not what is measured. */
    private static final String PASS_OVER = "UPDATE log_tree SET last_xact = pg_current_xact_id()";

    private final Connection connection;

    Population(Connection connection) {
        this.connection = connection;
    }

    /** @param records access records, spread over the residents */
    void fill(KeyChain chain, int residents, long records) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // No foreign key can be broken here, and looking each of them up takes longer than the rows.
            statement.execute("SET session_replication_role = replica");
            for (String sql : new String[] {RESIDENTS, FIELDS, CARDS, SEEN}) {
                rows(sql, residents);
            }
            bindings(chain, residents);
            records(records, residents);
            statement.execute("SET session_replication_role = origin");
            statement.execute(PASS_OVER);
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("CHECKPOINT");
        }
    }

    private void rows(String sql, int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int from = 0; from < count; from += ROWS_AT_ONCE) {
                insert.setLong(1, FIRST_ROW + from);
                insert.setLong(2, FIRST_ROW + Math.min(count, from + ROWS_AT_ONCE) - 1);
                insert.executeUpdate();
            }
        }
    }

    private void bindings(KeyChain chain, int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BINDINGS)) {
            for (int from = 0; from < count; from += KEYS_AT_ONCE) {
                int some = Math.min(count - from, KEYS_AT_ONCE);
                IntFunction<byte[]> keys = chain.publicKeys(from, some);
                Long[] residents = new Long[some];
                Long[] names = new Long[some];
                byte[][] points = new byte[some][];
                for (int i = 0; i < some; i++) {
                    residents[i] = FIRST_ROW + from + i;
                    names[i] = chain.name(from + i);
                    points[i] = keys.apply(i);
                }
                insert.setArray(1, connection.createArrayOf("bigint", residents));
                insert.setArray(2, connection.createArrayOf("bigint", names));
                insert.setArray(3, connection.createArrayOf("bytea", points));
                insert.executeUpdate();
            }
        }
    }

    private void records(long count, int residents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RECORDS)) {
            for (long from = 1; from <= count; from += ROWS_AT_ONCE) {
                insert.setLong(1, count);
                insert.setLong(2, from);
                insert.setLong(3, Math.min(count, from + ROWS_AT_ONCE - 1));
                insert.setLong(4, FIRST_ROW);
                insert.setLong(5, residents);
                insert.executeUpdate();
            }
        }
    }
}
