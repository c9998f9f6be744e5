package mo.farol.demo.world;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import mo.farol.core.registry.Registry;
import mo.farol.core.resident.Accounts;
import mo.farol.demo.seed.Waiting;
import mo.farol.store.Store;
import mo.farol.store.StoreConfig;

/** The demo's own connection to the store, through which it enters and suspends what an operator would. */
public final class DemoStore implements AutoCloseable {
    private final Vertx vertx;
    private final Store store;

    private DemoStore(Vertx vertx, Store store) {
        this.vertx = vertx;
        this.store = store;
    }

    public static DemoStore open(StoreConfig config) throws Waiting.StoreFailed, InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2));
        try {
            return new DemoStore(vertx, Waiting.on(Store.open(vertx, config)));
        } catch (Waiting.StoreFailed e) {
            Waiting.on(vertx.close());
            throw e;
        }
    }

    /** How to reach a store on the loopback address, without TLS. */
    public static StoreConfig loopback(int port, String database, String password, Path keyStore, String keyPassword) {
        return new StoreConfig(
                "127.0.0.1",
                port,
                database,
                "farol_app",
                password,
                null,
                2,
                keyStore,
                keyPassword,
                StoreConfig.CODE_LIFE,
                StoreConfig.CLOCK_TOLERANCE,
                false);
    }

    public Registry registry() {
        return store.registry();
    }

    public Accounts accounts() {
        return store.accounts();
    }

    @Override
    public void close() throws Waiting.StoreFailed, InterruptedException {
        Waiting.on(store.close());
        Waiting.on(vertx.close());
    }
}
