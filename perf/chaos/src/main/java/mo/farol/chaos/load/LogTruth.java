package mo.farol.chaos.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import mo.farol.chaos.history.Line;

/** Compares the public log with the records, below its last entry: what comes after is not to be in it yet. */
final class LogTruth {
    private static final String HAS_LOG = "SELECT to_regclass('farol.log_leaf') IS NOT NULL";
    private static final String COMPARED = """
            WITH entry AS (
                SELECT 1 AS kind, attempt AS id, xact, leaf FROM farol.access_record WHERE at >= to_timestamp(?)
                UNION ALL
                SELECT 2, id, xact, leaf FROM farol.eid_event WHERE at >= to_timestamp(?)
            ),
            placed AS (
                SELECT e.xact, e.id, e.leaf, l.leaf AS sealed, l.index,
                       lag(e.xact) OVER by_index AS before_xact, lag(e.id) OVER by_index AS before_id
                FROM entry e
                JOIN farol.log_tree t ON (e.xact, e.id) <= (t.last_xact, t.last_id)
                LEFT JOIN farol.log_leaf l ON l.kind = e.kind AND l.id = e.id
                WINDOW by_index AS (PARTITION BY l.index IS NULL ORDER BY l.index)
            )
            SELECT count(*) FILTER (WHERE index IS NULL), count(*) FILTER (WHERE sealed <> leaf),
                   count(*) FILTER (WHERE index IS NOT NULL AND (xact, id) < (before_xact, before_id))
            FROM placed
            """;

    private LogTruth() {}

    /** @return none where this version has no log */
    static List<Line> lines(Connection connection, Instant since) throws SQLException {
        if (!hasLog(connection)) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(COMPARED)) {
            statement.setLong(1, since.getEpochSecond());
            statement.setLong(2, since.getEpochSecond());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return List.of(new Line.Logged(row.getLong(1), row.getLong(2), row.getLong(3)));
            }
        }
    }

    private static boolean hasLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HAS_LOG)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
