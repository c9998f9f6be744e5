package mo.farol.chaos.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mo.farol.chaos.history.CodeId;
import mo.farol.chaos.history.Line;

/** What the database holds in the end of a schedule, as lines of its history. */
final class FinalTruth {
    /** Longer than a gateway remembers a refusal. */
    private static final Duration RECORDS_BACK = Duration.ofMinutes(7);
    /** Longer than a code lives after that. */
    private static final Duration REDEMPTIONS_BACK = Duration.ofMinutes(18);

    private static final String REDEMPTIONS = """
        SELECT lpad(to_hex(r.key_id), 16, '0'), r.iat, encode(r.cti, 'hex'), r.attempt::text, coalesce(t.name, ''),
               encode(r.retry_key_hash, 'hex'), r.void
        FROM farol.redemption r LEFT JOIN farol.terminal t ON t.id = r.terminal
        WHERE r.iat >= ?
        """;
    private static final String RECORDS = """
        SELECT a.attempt::text, (extract(epoch FROM a.at) * 1000000)::bigint, a.outcome, a.why, coalesce(t.name, ''),
               lpad(to_hex(b.key_id), 16, '0'), encode(a.request_hash, 'hex'), a.released, a.tries
        FROM farol.access_record a
        LEFT JOIN farol.terminal t ON t.id = a.terminal
        LEFT JOIN farol.binding b ON b.id = a.binding
        WHERE a.at >= to_timestamp(?)
        """;
    private static final String BINDINGS = "SELECT resident, lpad(to_hex(key_id), 16, '0'), status FROM farol.binding";
    private static final String GRANTS = """
        SELECT i.name, p.name, g.fields, p.in_person
        FROM farol.purpose_grant g
        JOIN farol.institution i ON i.id = g.institution JOIN farol.purpose p ON p.id = g.purpose
        """;

    private static final String STOPPED = """
        SELECT t.name FROM farol.terminal t WHERE t.suspended
        UNION ALL SELECT i.name FROM farol.institution i WHERE i.suspended
        UNION ALL SELECT i.name || '/' || p.name FROM farol.purpose_grant g
        JOIN farol.institution i ON i.id = g.institution JOIN farol.purpose p ON p.id = g.purpose WHERE g.withdrawn
        """;

    private final Database database;

    FinalTruth(Database database) {
        this.database = database;
    }

    /** @param since when the schedule began, by the database's clock */
    List<Line> lines(Instant since) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Connection connection = database.open()) {
            read(connection, REDEMPTIONS, seconds(since, REDEMPTIONS_BACK), row -> lines.add(redeemed(row)));
            read(connection, RECORDS, seconds(since, RECORDS_BACK), row -> lines.add(recorded(row)));
            lines.addAll(LogTruth.lines(connection, since));
            read(
                    connection,
                    BINDINGS,
                    null,
                    row -> lines.add(new Line.Held(row.getLong(1), row.getString(2), row.getInt(3))));
        }
        return lines;
    }

    private static long seconds(Instant since, Duration back) {
        return since.minus(back).getEpochSecond();
    }

    /** What may be released now. */
    List<Line> grants() throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Connection connection = database.open()) {
            read(
                    connection,
                    GRANTS,
                    null,
                    row -> lines.add(new Line.Granted(
                            row.getString(1),
                            row.getString(2),
                            Fields.of(row.getInt(3)),
                            row.getBoolean(4) ? Fields.COMPARED : List.of())));
        }
        return lines;
    }

    /** Names of terminals and institutions that are suspended, and of grants that are withdrawn: {@code institution/purpose}. */
    Set<String> stopped() throws SQLException {
        Set<String> names = new HashSet<>();
        try (Connection connection = database.open()) {
            read(connection, STOPPED, null, row -> names.add(row.getString(1)));
        }
        return names;
    }

    private static Line redeemed(ResultSet row) throws SQLException {
        return new Line.Redeemed(
                new CodeId(row.getString(1), row.getLong(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7));
    }

    private static Line recorded(ResultSet row) throws SQLException {
        return new Line.Recorded(
                row.getString(1),
                row.getLong(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Fields.of(row.getInt(8)),
                row.getInt(9));
    }

    private static void read(Connection connection, String sql, @org.jspecify.annotations.Nullable Long from, Row each)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (from != null) {
                statement.setLong(1, from);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.take(rows);
                }
            }
        }
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }
}
