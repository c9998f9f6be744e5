package mo.farol.store.accesslog.seal;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import mo.farol.core.accesslog.tree.RightEdge;
import mo.farol.core.accesslog.tree.TileId;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.store.accesslog.proof.Tiles;
import mo.farol.store.batch.Columns;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.HeldConnection;
import mo.farol.store.connection.SqlText;

/**
 * Puts the next records into the tree, a bounded batch in one transaction. Whoever holds the advisory lock leads, for as
 * long as the transaction lasts: a leader that is frozen or dies is followed by another within that second. The head is
 * compared and set besides, so that no fault of the lock can fork the log. Use it from one context only.
 */
final class Growing {
    /** Records in one transaction, which may take a second. */
    static final int BATCH = 4096;

    private static final String BEGIN = "BEGIN; SELECT pg_try_advisory_xact_lock(4611182) AS mine";
    private static final String HEAD = "SELECT size, root, last_xact::text AS last_xact, last_id FROM log_tree";
    private static final String UNSEALED = SqlText.of(Growing.class, "unsealed.sql");
    private static final String GROW = SqlText.of(Growing.class, "grow.sql");
    private static final int ANSWER_TIMEOUT_MS = 3000;

    private final Vertx vertx;
    private final HeldConnection held;
    private RightEdge edge = RightEdge.EMPTY;

    Growing(Vertx vertx, Connections connections) {
        this.vertx = vertx;
        this.held = new HeldConnection(connections);
    }

    /** @return how many records went into the log; 0 also when another node leads */
    Future<Integer> batch() {
        return held.get().compose(connection -> {
            Transaction transaction = new Transaction(connection);
            return transaction
                    .begin()
                    .compose(mine -> mine ? transaction.grow() : transaction.leave())
                    .onFailure(cause -> {
                        edge = RightEdge.EMPTY;
                        connection.query("ROLLBACK").execute();
                        held.drop();
                    });
        });
    }

    void release() {
        held.drop();
    }

    private final class Transaction {
        private final PgConnection connection;

        Transaction(PgConnection connection) {
            this.connection = connection;
        }

        Future<Boolean> begin() {
            return answered(connection.query(BEGIN).execute())
                    .map(begun -> begun.next().iterator().next().getBoolean("mine"));
        }

        Future<Integer> leave() {
            return answered(connection.query("ROLLBACK").execute()).map(left -> 0);
        }

        Future<Integer> grow() {
            return answered(connection.query(HEAD).execute())
                    .map(rows -> rows.iterator().next())
                    .compose(head -> ask(
                                    UNSEALED, Tuple.of(head.getString("last_xact"), head.getUUID("last_id"), BATCH))
                            .compose(rows -> rows.size() == 0 ? leave() : grow(head, Unsealed.all(rows))));
        }

        private Future<Integer> grow(Row head, List<Unsealed> next) {
            return edgeOf(head.getLong("size"), head.getBuffer("root").getBytes())
                    .compose(found -> vertx.executeBlocking(() -> found.append(next.stream()
                            .map(each -> TreeHash.leaf(each.leaf()))
                            .toList())))
                    .compose(growth -> ask(GROW, tuple(head, next, growth))
                            .compose(rows -> rows.iterator().next().getLong("grown") == 1
                                    ? answered(connection.query("COMMIT").execute())
                                    : Future.failedFuture(new IllegalStateException("the head was moved meanwhile")))
                            .map(committed -> {
                                edge = growth.edge();
                                return next.size();
                            }));
        }

        private Future<RightEdge> edgeOf(long size, byte[] root) {
            Future<RightEdge> found = edge.size() == size
                    ? Future.succeededFuture(edge)
                    : new Tiles(this::ask).read(RightEdge.tiles(size)).map(tiles -> RightEdge.of(size, tiles));
            return found.compose(each -> Arrays.equals(each.root(), root)
                    ? Future.succeededFuture(each)
                    : Future.failedFuture(new LogBroken("the stored tiles do not give the log's root")));
        }

        private Future<RowSet<Row>> ask(String sql, Tuple tuple) {
            return answered(connection.preparedQuery(sql).execute(tuple));
        }

        private <T> Future<T> answered(Future<T> statement) {
            return statement.timeout(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS);
        }
    }

    private static Tuple tuple(Row head, List<Unsealed> next, RightEdge.Growth growth) {
        List<Map.Entry<TileId, byte[]>> tiles = new ArrayList<>(growth.tiles().entrySet());
        Unsealed last = next.getLast();
        return Tuple.tuple(Arrays.asList(
                head.getLong("size"),
                head.getBuffer("root"),
                growth.edge().size(),
                Buffer.buffer(growth.edge().root()),
                last.transaction(),
                last.id(),
                Columns.integers(next, Unsealed::kind),
                Columns.uuids(next, Unsealed::id),
                Columns.bytes(next, Unsealed::leaf),
                Columns.integers(tiles, each -> each.getKey().level()),
                Columns.longs(tiles, each -> each.getKey().number()),
                Columns.bytes(tiles, Map.Entry::getValue)));
    }

    /** A row of {@code unsealed.sql}. */
    private record Unsealed(int kind, UUID id, byte[] leaf, String transaction) {
        static List<Unsealed> all(RowSet<Row> rows) {
            List<Unsealed> all = new ArrayList<>(rows.size());
            rows.forEach(row -> all.add(new Unsealed(
                    row.getInteger("kind"),
                    row.getUUID("id"),
                    row.getBuffer("leaf").getBytes(),
                    row.getString("xact"))));
            return all;
        }
    }
}
