package mo.farol.store.terminal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import mo.farol.core.terminal.AssertionJtis;
import mo.farol.store.connection.Connections;

/** A row under a unique key per assertion: only its first use inserts it. */
public final class PostgresAssertionJtis implements AssertionJtis {
    private static final String SQL = """
            INSERT INTO client_assertion_used (client, jti_hash, expires) VALUES ($1, $2, $3)
            ON CONFLICT (client, jti_hash) DO NOTHING
            """;

    private final Connections connections;

    public PostgresAssertionJtis(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Boolean> firstUse(String client, String jti, Instant expiry) {
        Tuple tuple = Tuple.of(client, Buffer.buffer(sha256(jti)), expiry.atOffset(ZoneOffset.UTC));
        return connections.ask(SQL, tuple).map(rows -> rows.rowCount() == 1);
    }

    private static byte[] sha256(String jti) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(jti.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
