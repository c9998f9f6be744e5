package mo.farol.store.accesslog.proof;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.LoggedRecord;
import mo.farol.core.accesslog.audit.AuditedEntry;
import mo.farol.core.accesslog.tree.TileId;

/** Reads the whole log for an audit, bit by bit, by any connection: also of a server that no gateway would decide by. */
public final class PostgresLogSource {
    private static final String LEAVES = """
            SELECT index, kind, id, leaf FROM log_leaf WHERE index >= $1 AND index < $2 ORDER BY index
            """;
    private static final String HEAD = "SELECT checkpoint FROM log_tree";

    /** Rows that stand where the log has gone by, but are not in it: slipped in, or of another server's past. */
    private static final String SLIPPED_IN = """
            SELECT r.attempt AS id FROM log_tree t
            JOIN access_record r ON (r.xact, r.attempt) <= (t.last_xact, t.last_id)
            WHERE NOT EXISTS (SELECT FROM log_leaf l WHERE l.id = r.attempt AND l.kind = 1)
            UNION ALL
            SELECT e.id FROM log_tree t
            JOIN eid_event e ON (e.xact, e.id) <= (t.last_xact, t.last_id)
            WHERE NOT EXISTS (SELECT FROM log_leaf l WHERE l.id = e.id AND l.kind = 2)
            LIMIT 10
            """;

    private final Tiles.Ask ask;

    public PostgresLogSource(Tiles.Ask ask) {
        this.ask = ask;
    }

    public Future<Optional<String>> checkpoint() {
        return ask.run(HEAD, Tuple.tuple())
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString("checkpoint")));
    }

    public Future<Optional<byte[]>> tile(TileId id) {
        return new Tiles(ask).read(Set.of(id)).map(read -> Optional.ofNullable(read.get(id)));
    }

    public Future<List<UUID>> slippedIn() {
        return ask.run(SLIPPED_IN, Tuple.tuple()).map(rows -> {
            List<UUID> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getUUID("id")));
            return ids;
        });
    }

    /** The entries from {@code from} on that there are, {@code count} at most, each with its record if that is there. */
    public Future<List<AuditedEntry>> entries(long from, int count) {
        return ask.run(LEAVES, Tuple.of(from, from + count)).compose(rows -> {
            List<Row> leaves = new ArrayList<>();
            rows.forEach(leaves::add);
            return records(leaves)
                    .map(records -> leaves.stream()
                            .map(row -> new AuditedEntry(
                                    row.getLong("index"),
                                    EntryKind.byNumber(row.getInteger("kind")).orElseThrow(),
                                    row.getUUID("id"),
                                    row.getBuffer("leaf").getBytes(),
                                    Optional.ofNullable(records.get(row.getUUID("id")))))
                            .toList());
        });
    }

    private Future<Map<UUID, LoggedRecord>> records(List<Row> leaves) {
        Map<UUID, LoggedRecord> found = new HashMap<>();
        return add(found, leaves, EntryKind.ACCESS_RECORD, LoggedRows.RECORDS, LoggedRows::record)
                .compose(records -> add(found, leaves, EntryKind.EID_EVENT, LoggedRows.EVENTS, LoggedRows::event))
                .compose(events -> add(found, leaves, EntryKind.CUT, LoggedRows.CUTS, LoggedRows::cut))
                .map(cuts -> found);
    }

    private Future<Void> add(
            Map<UUID, LoggedRecord> to,
            List<Row> leaves,
            EntryKind kind,
            String sql,
            Function<Row, LoggedRecord> read) {
        UUID[] ids = leaves.stream()
                .filter(row -> row.getInteger("kind") == kind.number())
                .map(row -> row.getUUID("id"))
                .toArray(UUID[]::new);
        if (ids.length == 0) {
            return Future.succeededFuture();
        }
        return ask.run(sql, Tuple.of(ids)).map(rows -> {
            rows.forEach(row -> {
                LoggedRecord record = read.apply(row);
                to.put(record.id(), record);
            });
            return null;
        });
    }
}
