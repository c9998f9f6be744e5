package mo.farol.store.accesslog.restore;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.ProofCheck;
import mo.farol.core.accesslog.tree.TreeHash;
import mo.farol.core.binding.BindingStatus;
import mo.farol.store.StoreConfig;
import mo.farol.store.accesslog.proof.Tiles;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.batch.Columns;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;
import mo.farol.store.upkeep.CodeFloor;

/**
 * Accepts a restored database: raises the code floor, begins a new epoch of the log where entries are lost, and stops
 * the bindings that may have changed since. All of it is one transaction; signing and showing follow and may be repeated.
 */
public final class LogRestore {
    private static final String HEAD = """
            SELECT epoch, size, root, checkpoint, checkpoint_size, (SELECT count(*) FROM binding WHERE status = 1) AS active
            FROM log_tree
            """;
    private static final String NO_HURRY = """
            SELECT set_config(name, '0', false) FROM pg_settings
            WHERE name IN ('statement_timeout', 'transaction_timeout', 'idle_in_transaction_session_timeout')
            """;
    private static final String PUBLISH = """
            UPDATE log_tree SET checkpoint = $1, checkpoint_size = $2, checkpoint_at = clock_timestamp()
            WHERE epoch = $3 AND checkpoint_size < $2
            """;
    private static final String END = SqlText.of(LogRestore.class, "end_bindings.sql");
    private static final String CUT = SqlText.of(LogRestore.class, "cut.sql");

    private final StoreConfig config;
    private final LogSettings settings;
    private final PgConnection connection;

    private LogRestore(StoreConfig config, LogSettings settings, PgConnection connection) {
        this.config = config;
        this.settings = settings;
        this.connection = connection;
    }

    /** Connects without the checks that a gateway makes: a database that they refuse is the reason to come here. */
    public static Future<LogRestore> open(Vertx vertx, StoreConfig config, LogSettings settings) {
        return PgConnection.connect(vertx, Connections.options(config))
                .compose(connection ->
                        connection.query(NO_HURRY).execute().map(set -> new LogRestore(config, settings, connection)));
    }

    /** Looks, and changes nothing. */
    public Future<RestorePlan> plan() {
        return latest().compose(own -> head().compose(head -> OutsideWitnesses.ask(
                        settings, head.getInteger("epoch"), head.getString("checkpoint"), tiles())
                .compose(outside -> plan(head, outside, outside.latest(own)))));
    }

    private Future<RestorePlan> plan(Row head, OutsideWitnesses outside, Optional<Checkpoint> witnessed) {
        int epoch = head.getInteger("epoch");
        boolean unfinished = epoch > 1 && head.getLong("checkpoint_size") < 0;
        return isWitnessed(witnessed, head)
                .map(same -> new RestorePlan(
                        epoch,
                        head.getLong("size"),
                        witnessed,
                        unfinished,
                        (!same || outside.differs()) && !unfinished,
                        head.getLong("active"),
                        outside.words()));
    }

    private Tiles tiles() {
        return new Tiles((sql, tuple) -> connection.preparedQuery(sql).execute(tuple));
    }

    /**
     * @param lost changes since the backup, oldest first
     * @param restAll whether every active binding is suspended
     */
    public Future<Restored> run(RestorePlan plan, List<LostChange> lost, boolean restAll) {
        return connection
                .begin()
                .compose(transaction -> CodeFloor.raise(connection, config)
                        .compose(raised -> plan.cut() ? cut(plan) : Future.succeededFuture(plan.epoch()))
                        .compose(epoch -> end(LostChanges.of(lost), restAll)
                                .map(row -> new Restored(epoch, row.getLong("ended"), row.getLong("rested"))))
                        .compose(done -> transaction.commit().map(done))
                        .onFailure(cause -> transaction.rollback()))
                .compose(done -> sign().map(done));
    }

    public Future<Void> close() {
        return connection.close();
    }

    private Future<Row> head() {
        return connection.query(HEAD).execute().map(rows -> rows.iterator().next());
    }

    private Future<Optional<Checkpoint>> latest() {
        Future<List<Checkpoint>> all = Future.succeededFuture(new ArrayList<>());
        for (Witness witness : settings.witnesses()) {
            all = all.compose(before -> witness.last().map(last -> {
                last.map(SignedCheckpoint::checkpoint).ifPresent(before::add);
                return before;
            }));
        }
        return all.map(each -> each.stream()
                .max(Comparator.<Checkpoint>comparingInt(
                                one -> settings.name().epoch(one.origin()).orElse(0))
                        .thenComparingLong(Checkpoint::size)));
    }

    private Future<Boolean> isWitnessed(Optional<Checkpoint> witnessed, Row head) {
        if (witnessed.isEmpty()) {
            return Future.succeededFuture(true);
        }
        Checkpoint seen = witnessed.get();
        long size = head.getLong("size");
        int epoch = settings.name().epoch(seen.origin()).orElse(0);
        if (epoch != head.getInteger("epoch") || seen.size() > size) {
            return Future.succeededFuture(false);
        }
        return tiles().consistency(seen.size(), size)
                .map(proof -> ProofCheck.extend(
                        seen.root(), seen.size(), head.getBuffer("root").getBytes(), size, proof));
    }

    private Future<Integer> cut(RestorePlan plan) {
        long witnessedSize = plan.witnessed().map(Checkpoint::size).orElse(0L);
        byte[] witnessedRoot = plan.witnessed().map(Checkpoint::root).orElseGet(TreeHash::empty);
        return connection
                .preparedQuery(CUT)
                .execute(Tuple.of(plan.size(), plan.epoch(), witnessedSize, Buffer.buffer(witnessedRoot)))
                .compose(rows -> rows.size() == 1
                        ? Future.succeededFuture(rows.iterator().next().getInteger("epoch"))
                        : Future.failedFuture(new IllegalStateException("the log was changed meanwhile: begin again")));
    }

    private Future<Row> end(LostChanges lost, boolean restAll) {
        List<Map.Entry<Long, BindingStatus>> each = List.copyOf(lost.bindings().entrySet());
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(
                        Columns.longs(each, Map.Entry::getKey),
                        Columns.integers(each, status -> status.getValue().number()),
                        lost.residents().toArray(Long[]::new),
                        restAll))
                .map(rows -> rows.iterator().next());
    }

    /** Shows the new epoch to the witnesses before anybody else can hear of it. */
    private Future<Void> sign() {
        return head().compose(head -> {
            int epoch = head.getInteger("epoch");
            SignedCheckpoint signed = settings.key()
                    .sign(new Checkpoint(
                            settings.name().origin(epoch),
                            head.getLong("size"),
                            head.getBuffer("root").getBytes()));
            Future<Void> shown = Future.succeededFuture();
            for (Witness witness : settings.witnesses()) {
                shown = shown.compose(
                        before -> witness.show(signed, Witness.Extension.NONE).mapEmpty());
            }
            return shown.compose(all -> connection
                    .preparedQuery(PUBLISH)
                    .execute(Tuple.of(signed.note(), head.getLong("size"), epoch))
                    .mapEmpty());
        });
    }
}
