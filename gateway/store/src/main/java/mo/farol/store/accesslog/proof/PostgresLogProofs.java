package mo.farol.store.accesslog.proof;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.LogProofs;
import mo.farol.core.accesslog.LoggedRecord;
import mo.farol.core.accesslog.tree.TilePath;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;
import org.jspecify.annotations.Nullable;

/** Proofs are made from the tiles when somebody asks; what anybody may ask is answered from memory for a moment. */
public final class PostgresLogProofs implements LogProofs {
    private static final String PLACE = SqlText.of(PostgresLogProofs.class, "place.sql");
    private static final String PUBLISHED = "SELECT checkpoint, checkpoint_size FROM log_tree";
    private static final long FRESH_NANOS = 250_000_000L;

    private final Connections connections;
    private final Tiles tiles;
    private final PublicTiles publicTiles;
    private final Function<Long, Future<Set<Long>>> visible;
    private final LongSupplier nanoTime;
    private @Nullable Future<Published> published;
    private long asked;

    /** @param visible the rows of those whose records a resident may see now */
    public PostgresLogProofs(
            Connections connections, Function<Long, Future<Set<Long>>> visible, LongSupplier nanoTime) {
        this.connections = connections;
        this.tiles = new Tiles(connections::ask);
        this.publicTiles = new PublicTiles(connections);
        this.visible = visible;
        this.nanoTime = nanoTime;
    }

    @Override
    public Future<Optional<String>> checkpoint() {
        return published().map(Published::note);
    }

    @Override
    public Future<Optional<byte[]>> tile(TilePath path) {
        return published().compose(now -> publicTiles.read(path, now.size())).map(found -> found.map(Buffer::getBytes));
    }

    @Override
    public Future<Optional<Proof>> ofInstitution(UUID record, long institution) {
        return row(record)
                .compose(row -> row.isEmpty() || row.get().getLong("institution") != institution
                        ? Future.succeededFuture(Optional.empty())
                        : proof(withoutSubject(LoggedRows.record(row.get()))));
    }

    @Override
    public Future<Optional<Proof>> ofResident(UUID record, long resident) {
        return visible.apply(resident)
                .compose(people -> row(record)
                        .compose(row ->
                                row.isEmpty() || !people.contains(row.get().getLong("resident"))
                                        ? Future.succeededFuture(Optional.empty())
                                        : proof(LoggedRows.record(row.get()))));
    }

    private Future<Optional<Row>> row(UUID record) {
        return connections.ask(LoggedRows.ONE_RECORD, Tuple.of(record)).map(PostgresLogProofs::first);
    }

    private static LoggedRecord withoutSubject(LoggedRecord record) {
        return new LoggedRecord(record.kind(), record.id(), record.bytes(), record.salt(), Optional.empty());
    }

    private Future<Optional<Proof>> proof(LoggedRecord record) {
        return connections
                .ask(PLACE, Tuple.of(record.id(), EntryKind.ACCESS_RECORD.number()))
                .compose(rows -> {
                    Row row = rows.iterator().next();
                    Long index = row.getLong("index");
                    long size = row.getLong("checkpoint_size");
                    if (index == null || index >= size) {
                        return Future.succeededFuture(Optional.of(new Proof.NotSealedYet()));
                    }
                    String checkpoint = Objects.requireNonNull(row.getString("checkpoint"));
                    return tiles.inclusion(index, size)
                            .map(path -> Optional.of(new Proof.Sealed(record, index, path, checkpoint)));
                });
    }

    /** Everybody who asks within a quarter of a second gets the same answer. */
    private synchronized Future<Published> published() {
        long now = nanoTime.getAsLong();
        Future<Published> known = published;
        if (known != null && !known.failed() && now - asked < FRESH_NANOS) {
            return known;
        }
        Future<Published> fresh = connections.ask(PUBLISHED, Tuple.tuple()).map(rows -> {
            Row row = rows.iterator().next();
            return new Published(Optional.ofNullable(row.getString("checkpoint")), row.getLong("checkpoint_size"));
        });
        published = fresh;
        asked = now;
        return fresh;
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private record Published(Optional<String> note, long size) {}
}
