package mo.farol.store.accesslog.seal;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import mo.farol.store.StoreConfig;
import mo.farol.store.accesslog.witness.LogGuard;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.connection.Connections;

/** The sealer with connections of its own, so that neither waits for the other. */
public record SealedLog(Sealer sealer, Connections connections) {
    private static final int CONNECTIONS = 3;

    /** Longer than a round; a leader that is cut off lets go after it. */
    private static final int SILENCE_SECONDS = 4;

    public static SealedLog of(Vertx vertx, StoreConfig config, LogSettings settings) {
        // Asked for by a thread that has none, so that it is not the event loop of the redeeming statement.
        Context context =
                CompletableFuture.supplyAsync(vertx::getOrCreateContext).join();
        Connections connections =
                new Connections(vertx, config, "log", CONNECTIONS, SILENCE_SECONDS, new LogGuard(settings));
        return new SealedLog(new Sealer(vertx, context, connections, settings), connections);
    }

    public void start() {
        sealer.start();
    }

    public LogFigures figures() {
        return sealer.figures();
    }

    public Optional<String> broken() {
        return sealer.broken();
    }

    public Future<Void> stop() {
        return sealer.stop().eventually(connections::close);
    }
}
