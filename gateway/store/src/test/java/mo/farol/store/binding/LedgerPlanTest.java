package mo.farol.store.binding;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.EidEvent;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;
import mo.farol.store.testing.Plans;
import mo.farol.store.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("mo.farol.store.testing.TestServer#all")
class LedgerPlanTest extends LedgerCase {
    LedgerPlanTest(TestServer server) {
        super(server);
    }

    @Test
    void readsByIndexOnly() {
        EidEvent event = done(act(Acts.move(BindingAct.SUSPEND)));
        for (Tuple by : List.of(
                EidReader.byRow(person.resident(), new byte[32]),
                EidReader.byHandle(event.eid()),
                EidReader.byBinding(java.util.Objects.requireNonNull(event.binding())))) {
            assertLooksUp(EidReader.SQL, by);
        }
        assertLooksUp(StoredEvent.SQL, Tuple.of(event.id()));
        String kiosk = SqlText.of(PostgresKioskNumbers.class, "kiosk_number.sql");
        assertLooksUp(kiosk, Tuple.of(new UUID(1, 2), null, null));
        assertLooksUp(kiosk, Tuple.of(null, Buffer.buffer(new byte[32]), person.resident()));
        assertLooksUp(PostgresGuardianBound.SQL, Tuple.of(0L, 10L));
    }

    private void assertLooksUp(String sql, Tuple tuple) {
        Vertx vertx = Vertx.vertx();
        PgConnection connection = await(PgConnection.connect(vertx, Connections.options(database.config())));
        List<String> plan = await(connection
                .preparedQuery("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + sql)
                .execute(tuple)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> row.getString(0))
                        .toList()));
        assertThat(plan).filteredOn(line -> line.contains("Seq Scan")).isEmpty();
        assertThat(Plans.wholeIndexes(plan)).as(String.join("\n", plan)).isEmpty();
        await(connection.close());
        await(vertx.close());
    }
}
