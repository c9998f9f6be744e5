package mo.farol.chaos.world;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the primary holds. */
final class DatabaseTruth implements Truth {
    private static final String REDEMPTIONS = """
            SELECT r.key_id, r.iat, encode(r.cti, 'hex') AS cti, r.attempt, coalesce(t.name, '') AS terminal, r.void
            FROM farol.redemption r LEFT JOIN farol.terminal t ON t.id = r.terminal
            """;
    private static final String RECORDS = """
            SELECT a.attempt, a.outcome, a.why, coalesce(t.name, '') AS terminal, a.resident, a.binding, a.tries
            FROM farol.access_record a LEFT JOIN farol.terminal t ON t.id = a.terminal
            """;
    private static final String BINDINGS = "SELECT id, resident, handle, key_id, status FROM farol.binding";
    private static final String INSTITUTIONS = """
            SELECT i.id, i.name,
                   array(SELECT t.name FROM farol.terminal t WHERE t.institution = i.id ORDER BY 1) AS terminals,
                   array(SELECT p.name FROM farol.purpose_grant g JOIN farol.purpose p ON p.id = g.purpose
                         WHERE g.institution = i.id ORDER BY 1) AS purposes
            FROM farol.institution i ORDER BY i.id
            """;
    private static final int ROWS_AT_ONCE = 5_000;

    private final Database database;

    DatabaseTruth(Database database) {
        this.database = database;
    }

    @Override
    public Connection connect() throws SQLException {
        return database.connect();
    }

    @Override
    public List<Redemption> redemptions() throws SQLException {
        return all(
                REDEMPTIONS,
                row -> new Redemption(
                        keyId(row),
                        row.getLong("iat"),
                        row.getString("cti"),
                        row.getObject("attempt", UUID.class),
                        row.getString("terminal"),
                        row.getBoolean("void")));
    }

    @Override
    public Map<UUID, AccessRecord> accessRecords() throws SQLException {
        Map<UUID, AccessRecord> records = new HashMap<>();
        all(
                        RECORDS,
                        row -> new AccessRecord(
                                row.getObject("attempt", UUID.class),
                                row.getInt("outcome"),
                                row.getInt("why"),
                                row.getString("terminal"),
                                row.getLong("resident"),
                                row.getLong("binding"),
                                row.getInt("tries")))
                .forEach(record -> records.put(record.attempt(), record));
        return records;
    }

    @Override
    public List<Binding> bindings() throws SQLException {
        return all(
                BINDINGS,
                row -> new Binding(
                        row.getLong("id"),
                        row.getLong("resident"),
                        row.getObject("handle", UUID.class),
                        keyId(row),
                        row.getInt("status")));
    }

    List<People.Institution> institutions() throws SQLException {
        return all(
                INSTITUTIONS,
                row -> new People.Institution(
                        row.getLong("id"), row.getString("name"), texts(row, "terminals"), texts(row, "purposes")));
    }

    @Override
    public long eidEvents() throws SQLException {
        return all("SELECT count(*) FROM farol.eid_event", row -> row.getLong(1))
                .getFirst();
    }

    @Override
    public long codeFloor() throws SQLException {
        return all("SELECT code_floor FROM farol.arbiter", row -> row.getLong(1))
                .getFirst();
    }

    private static String keyId(ResultSet row) throws SQLException {
        return "%016x".formatted(row.getLong("key_id"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private <T> List<T> all(String sql, RowReader<T> reader) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Connection connection = database.connect()) {
            // Rows come in portions only inside a transaction.
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (ResultSet rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        all.add(reader.read(rows));
                    }
                }
            }
            connection.rollback();
        }
        return all;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
