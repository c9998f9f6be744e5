package mo.farol.store.registry;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.NewResident;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.Sealing;
import mo.farol.store.connection.Connections;
import mo.farol.store.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class ResidentRowsTest {
    private static final NewResident RESIDENT = new NewResident(Map.of(Field.ID_NUMBER, "7000017(4)"), null, false);

    @Test
    void holdsNoTransactionOpenWhileItSeals() throws Exception {
        Vertx vertx = Vertx.vertx();
        try (TestDatabase database = TestDatabase.create()) {
            AtRestKeys keys = AtRestKeys.load(
                    database.config().keyStore(), database.config().keyStorePassword());
            Connections connections = new Connections(vertx, database.config(), "test", 2, 30);
            List<Long> openWhileSealing = new ArrayList<>();
            Sealing sealing = new Sealing(keys, new Observed(() -> openWhileSealing.add(openTransactions(database))));
            ResidentRows rows = new ResidentRows(connections, new NumberIndex(keys), sealing);
            assertThat(await(rows.add(List.of(RESIDENT)))).hasSize(1);
            assertThat(openWhileSealing).isNotEmpty().containsOnly(0L);
            await(connections.close());
        } finally {
            await(vertx.close());
        }
    }

    private static long openTransactions(TestDatabase database) {
        return database.number("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND usename = 'farol_app' AND xact_start IS NOT NULL
                """);
    }

    /** Random bytes, and somebody who is told before they are drawn. */
    private static final class Observed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient Runnable observer;

        Observed(Runnable observer) {
            this.observer = observer;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            observer.run();
            super.nextBytes(bytes);
        }
    }
}
