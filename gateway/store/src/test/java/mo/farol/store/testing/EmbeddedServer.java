package mo.farol.store.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The embedded PostgreSQL 18, as durable as in production: its wrapper's defaults are not. */
final class EmbeddedServer implements TestServer {
    private final EmbeddedPostgres postgres;

    private EmbeddedServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TestServer running() {
        return Holder.SERVER;
    }

    @Override
    public int port() {
        return postgres.getPort();
    }

    @Override
    public String toString() {
        return "PostgreSQL 18, embedded";
    }

    private static final class Holder {
        static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "64MB")
                        .start();
                return new EmbeddedServer(postgres);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
