package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.CivilRegistry;
import mo.farol.core.civilregistry.FileHash;
import mo.farol.core.civilregistry.ImportRun;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.ImportStopped;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.RejectedLine;
import mo.farol.store.StoreConfig;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.ResidentKeys;
import mo.farol.store.civilregistry.BatchCommit.Displaced;
import mo.farol.store.connection.Connections;

/** The civil registry's way into PostgreSQL, with connections of its own beside those of gateways. */
public final class PostgresCivilRegistry implements CivilRegistry {
    private static final ZoneId MACAU = ZoneId.of("Asia/Macau");
    private static final int CONNECTIONS = 2;
    private static final int SILENCE_SECONDS = 30;
    private static final String ANYBODY = "SELECT id, wrapped_key FROM resident ORDER BY id LIMIT 1";

    private final Connections connections;
    private final Patience patience;
    private final ResidentKeys keys;
    private final BatchCommit commit;

    private PostgresCivilRegistry(Vertx vertx, StoreConfig config, AtRestKeys atRest, InstantSource clock) {
        NumberIndex index = new NumberIndex(atRest);
        connections = new Connections(vertx, config, "import", CONNECTIONS, SILENCE_SECONDS);
        patience = new Patience(vertx);
        keys = new ResidentKeys(atRest, new SecureRandom());
        commit = new BatchCommit(
                connections,
                new ResidentLoading(index, keys),
                new GuardianshipLoading(index, keys, () -> LocalDate.ofInstant(clock.instant(), MACAU)));
    }

    /**
     * Opens a way into a migrated database.
     *
     * @param clock tells who is a minor
     * @return fails with one message when the server may not decide or the key file is not this database's
     */
    public static Future<PostgresCivilRegistry> open(Vertx vertx, StoreConfig config, InstantSource clock) {
        return vertx.executeBlocking(() -> AtRestKeys.load(config.keyStore(), config.keyStorePassword()))
                .compose(atRest -> {
                    PostgresCivilRegistry opened = new PostgresCivilRegistry(vertx, config, atRest, clock);
                    return opened.patience
                            .insist(opened::checked)
                            .recover(cause -> opened.close().transform(closed -> Future.failedFuture(cause)));
                });
    }

    @Override
    public Future<ImportState> begin(FileHash file, boolean startOver) {
        return patience.insist(() -> ProgressRows.enter(connections.pool(), file)
                        .compose(state -> state.pass() == Pass.DONE || startOver && !isUntouched(state)
                                ? anew(state.run())
                                : Future.succeededFuture(state)))
                .compose(state -> patience.insist(() -> RejectionRows.forget(connections.pool(), file))
                        .map(state));
    }

    @Override
    public Future<ImportState> load(ImportRun run, Batch batch) {
        return patience.insist(() -> commit.of(run, batch), cause -> again(run, batch, cause));
    }

    @Override
    public Future<ImportState> endPass(ImportState state, Position next) {
        return patience.insist(() -> ProgressRows.endPass(connections.pool(), state, next)
                .compose(moved -> moved.map(Future::succeededFuture)
                        .orElseGet(() -> ProgressRows.read(
                                        connections.pool(), state.run().file())
                                .compose(now ->
                                        isAt(now, state.run(), state.pass().next(), next)
                                                ? Future.succeededFuture(now)
                                                : anotherImport()))));
    }

    @Override
    public Future<List<RejectedLine>> rejections(ImportRun run, long after, int most) {
        return patience.insist(() -> RejectionRows.read(connections.pool(), run, after, most));
    }

    public Future<Void> close() {
        return connections.close();
    }

    private Future<ImportState> anew(ImportRun run) {
        return ProgressRows.beginAnew(connections.pool(), run)
                .compose(begun -> begun.map(Future::succeededFuture).orElseGet(PostgresCivilRegistry::anotherImport));
    }

    /** After a failure: did it commit after all? If not, again, in halves when it was too much for one commit. */
    private Future<ImportState> again(ImportRun run, Batch batch, Throwable cause) {
        return Patience.bounded(ProgressRows.read(connections.pool(), run.file()))
                .compose(now -> {
                    if (isAt(now, run, batch.pass(), batch.end())) {
                        return Future.succeededFuture(now);
                    }
                    if (cause instanceof Displaced || !isAt(now, run, batch.pass(), batch.from())) {
                        return anotherImport();
                    }
                    if (Patience.perhapsTooSlow(cause) && batch.entries().size() > 1) {
                        return inHalves(run, batch);
                    }
                    return Patience.bounded(commit.of(run, batch));
                });
    }

    /** An earlier try that was given up may commit the whole in the meantime; then no half finds its place. */
    private Future<ImportState> inHalves(ImportRun run, Batch batch) {
        List<Batch> halves = batch.halves();
        return load(run, halves.getFirst())
                .compose(first -> load(run, halves.getLast()))
                .recover(cause -> Patience.bounded(ProgressRows.read(connections.pool(), run.file()))
                        .compose(now -> isAt(now, run, batch.pass(), batch.end())
                                ? Future.succeededFuture(now)
                                : Future.failedFuture(cause)));
    }

    private static boolean isUntouched(ImportState state) {
        return state.pass() == Pass.RESIDENTS && state.reached().equals(Position.START);
    }

    private static boolean isAt(ImportState now, ImportRun run, Pass pass, Position place) {
        return now.run().equals(run) && now.pass() == pass && now.reached().equals(place);
    }

    private static Future<ImportState> anotherImport() {
        return Future.failedFuture(new ImportStopped("another import of the same file is under way"));
    }

    /** A wrong key file would make strangers of everybody on file. */
    private Future<PostgresCivilRegistry> checked() {
        return connections
                .connection()
                .recover(cause -> Future.failedFuture(
                        connections.refused(cause)
                                ? new ImportStopped(String.valueOf(cause.getMessage()), cause)
                                : cause))
                .compose(connection -> connection.query(ANYBODY).execute().eventually(connection::close))
                .compose(rows -> {
                    for (Row row : rows) {
                        Buffer wrapped = row.getBuffer("wrapped_key");
                        if (keys.of(row.getLong("id"), wrapped.getBytes()).isEmpty()) {
                            return Future.failedFuture(new ImportStopped(
                                    "the at-rest keys do not open what this database holds: is it another key file?"));
                        }
                    }
                    return Future.succeededFuture(this);
                });
    }
}
