package mo.farol.store.accesslog.seal;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.HeldConnection;
import mo.farol.store.connection.SqlText;

/** Signs the committed head, shows it to the witnesses, and only then publishes it. Any node may: the note is the same. */
final class Signing {
    private static final String COMMITTED = SqlText.of(Signing.class, "committed.sql");
    private static final String PUBLISH = """
            UPDATE log_tree SET checkpoint = $1, checkpoint_size = $2, checkpoint_at = clock_timestamp()
            WHERE epoch = $3 AND checkpoint_size < $2
            """;

    private final Connections connections;
    private final LogSettings settings;
    private final Showing showing;

    Signing(Connections connections, LogSettings settings, Showing showing) {
        this.connections = connections;
        this.settings = settings;
        this.showing = showing;
    }

    Future<Void> sign() {
        return committed().compose(head -> {
            int epoch = head.getInteger("epoch");
            long size = head.getLong("size");
            SignedCheckpoint signed = settings.key()
                    .sign(new Checkpoint(
                            settings.name().origin(epoch),
                            size,
                            head.getBuffer("root").getBytes()));
            return showing.show(signed)
                    .compose(shown -> connections.ask(PUBLISH, Tuple.of(signed.note(), size, epoch)))
                    .mapEmpty();
        });
    }

    /** On a connection of its own, because a warning, that it may not have reached the standby, must be about this. */
    private Future<Row> committed() {
        HeldConnection held = new HeldConnection(connections);
        return held.get()
                .compose(connection -> connection.query(COMMITTED).execute())
                .compose(rows -> held.warned()
                        ? Future.failedFuture(new IllegalStateException("the server warned at commit"))
                        : Future.succeededFuture(rows.iterator().next()))
                .onComplete(done -> held.drop());
    }
}
