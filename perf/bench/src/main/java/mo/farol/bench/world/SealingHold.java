package mo.farol.bench.world;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import mo.farol.bench.process.Patience;

/**
 * Keeps the public log from growing, so that what sealing costs can be told from what a verification costs: by the very
 * lock that lets one gateway at a time grow it. Verifications do not wait for it.
 */
public final class SealingHold implements AutoCloseable {
    /** As in the sealer's {@code Growing}. */
    private static final long GROWING = 4_611_182;

    private static final Duration SEALED_WITHIN = Duration.ofSeconds(120);
    /** Seldom enough for PostgreSQL not to notice. */
    private static final Duration LOOK = Duration.ofMillis(250);

    private static final String SIZE = "SELECT size FROM log_tree";
    private static final String SEALED = """
            SELECT CASE WHEN t.checkpoint_size = t.size AND NOT EXISTS (
                SELECT FROM access_record a WHERE (a.xact, a.attempt) > (t.last_xact, t.last_id)) THEN 1 ELSE 0 END
            FROM log_tree t
            """;

    private final Connection connection;
    private final long size;

    private SealingHold(Connection connection, long size) {
        this.connection = connection;
        this.size = size;
    }

    /** Waits until the log holds everything there is, then holds it. @param connection closed with this */
    static SealingHold take(Connection connection) throws SQLException, IOException, InterruptedException {
        awaitSealed(connection);
        number(connection, "SELECT 1 FROM pg_advisory_lock(" + GROWING + ")");
        return new SealingHold(connection, number(connection, SIZE));
    }

    /** @throws IOException when something was sealed all the same: then the figures are not apart */
    public void requireHeld() throws SQLException, IOException {
        if (number(connection, SIZE) != size) {
            throw new IOException("the public log grew while it was held");
        }
    }

    /**
     * Lets go, and waits until everything is sealed and signed.
     *
     * @return entries that were sealed
     */
    public long release() throws SQLException, IOException, InterruptedException {
        number(connection, "SELECT CASE WHEN pg_advisory_unlock(" + GROWING + ") THEN 1 ELSE 0 END");
        awaitSealed(connection);
        return number(connection, SIZE) - size;
    }

    static void awaitSealed(Connection connection) throws IOException, InterruptedException {
        Patience.until(SEALED_WITHIN, LOOK, "the public log holds everything", () -> {
            try {
                return number(connection, SEALED) == 1;
            } catch (SQLException e) {
                throw new IOException("the database does not say how far its log is sealed: " + e.getMessage(), e);
            }
        });
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
