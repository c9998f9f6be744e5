package mo.farol.store.accesslog.seal;

import static mo.farol.store.testing.World.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.store.accesslog.witness.LogGuard;
import mo.farol.store.accesslog.witness.LogSettings;
import mo.farol.store.connection.Connections;
import org.junit.jupiter.api.Test;

/** What a new connection's check makes of a witness, and of a server that goes while it is asked. */
class LogGuardTest extends LogCase {
    @Test
    void findsNothingWhenTheLogGrewFromWhatTheWitnessSaw() throws IOException {
        assertThat(await(guard(older()).problems(connect()))).isEmpty();
    }

    @Test
    void namesAWitnessThatCannotSay() {
        LogGuard guard = guard(() -> Future.failedFuture(new IOException("no such disk")));
        assertThat(await(guard.problems(connect()))).containsExactly("the witness w1 cannot be read: IOException");
    }

    @Test
    void blamesNoWitnessForAConnectionThatEnded() throws IOException {
        Supplier<Future<Optional<SignedCheckpoint>>> older = older();
        PgConnection connection = connect();
        LogGuard guard = guard(() -> {
            database.execute("SELECT pg_terminate_backend(" + connection.processId() + ", 5000)");
            return older.get();
        });
        assertThatThrownBy(() -> await(guard.problems(connection))).isNotNull();
    }

    /** A checkpoint that entries came after. */
    private Supplier<Future<Optional<SignedCheckpoint>>> older() throws IOException {
        record(2);
        awaitPublished(3);
        SignedCheckpoint seen = witnessed().getLast();
        record(2);
        awaitPublished(6);
        return () -> Future.succeededFuture(Optional.of(seen));
    }

    private PgConnection connect() {
        return await(PgConnection.connect(vertx, Connections.options(database.config())));
    }

    private LogGuard guard(Supplier<Future<Optional<SignedCheckpoint>>> last) {
        return new LogGuard(new LogSettings(NAME, key, List.of(new Remembering(last)), List.of()));
    }

    private record Remembering(Supplier<Future<Optional<SignedCheckpoint>>> seen) implements Witness {
        @Override
        public String name() {
            return "w1";
        }

        @Override
        public Future<Optional<SignedCheckpoint>> last() {
            return seen.get();
        }

        @Override
        public Future<Shown> show(SignedCheckpoint newer, Extension extension) {
            return Future.succeededFuture(new Shown.Kept(Optional.empty()));
        }
    }
}
