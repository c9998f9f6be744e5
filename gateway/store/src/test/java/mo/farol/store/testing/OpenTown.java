package mo.farol.store.testing;

import static mo.farol.store.testing.World.await;

import io.vertx.core.Vertx;
import mo.farol.store.Store;

/** A node on a fresh database with a town in it. */
public final class OpenTown implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database;
    private final Store store;
    private final Town town;

    public OpenTown(TestServer server) {
        database = TestDatabase.create(server);
        store = await(Store.open(vertx, database.config()));
        town = new Town(database, store);
    }

    public TestDatabase database() {
        return database;
    }

    public Store store() {
        return store;
    }

    public Town town() {
        return town;
    }

    public Vertx vertx() {
        return vertx;
    }

    /** Another gateway on the same database. */
    public Store anotherNode() {
        return await(Store.open(vertx, database.config()));
    }

    @Override
    public void close() {
        town.close();
        await(store.close());
        await(vertx.close());
        database.close();
    }
}
