package mo.farol.store.challenge;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.challenge.IssuedChallenge;
import mo.farol.core.challenge.TerminalChallenges;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.connection.Connections;

/** A row a challenge; the request's own unique key lets the same request have one. */
public final class PostgresTerminalChallenges implements TerminalChallenges {
    private static final String ENTER = """
            INSERT INTO terminal_challenge (id, terminal, purpose, expires, request, request_hash, text)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (request) DO NOTHING
            """;
    /** A second statement: only it is sure to see the row that the first one met. */
    private static final String FIND = """
            SELECT id, terminal, purpose, expires, request_hash, text FROM terminal_challenge WHERE request = $1
            """;

    private final Connections connections;

    public PostgresTerminalChallenges(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Entered> enter(IssuedChallenge challenge, RequestKey request) {
        Tuple tuple = Tuple.tuple()
                .addUUID(Nonces.uuid(challenge.id()))
                .addLong(challenge.terminal())
                .addLong(challenge.purpose())
                .addOffsetDateTime(challenge.expires().atOffset(ZoneOffset.UTC))
                .addBuffer(Buffer.buffer(request.scope()))
                .addBuffer(Buffer.buffer(request.hash()))
                .addString(challenge.text());
        return connections
                .ask(ENTER, tuple)
                .compose(entered ->
                        entered.rowCount() == 1 ? Future.succeededFuture(new Entered.Kept()) : before(request));
    }

    private Future<Entered> before(RequestKey request) {
        return connections.ask(FIND, Tuple.of(Buffer.buffer(request.scope()))).compose(rows -> {
            RowIterator<Row> found = rows.iterator();
            return found.hasNext()
                    ? Future.succeededFuture(before(found.next(), request))
                    : Future.failedFuture(new ArbiterUnreachable("a challenge was forgotten while it was asked for"));
        });
    }

    private static Entered before(Row row, RequestKey request) {
        if (!Arrays.equals(row.getBuffer("request_hash").getBytes(), request.hash())) {
            return new Entered.KeyReused();
        }
        return new Entered.Before(new IssuedChallenge(
                Nonces.nonce(row.getUUID("id")),
                row.getLong("terminal"),
                row.getLong("purpose"),
                row.get(OffsetDateTime.class, "expires").toInstant(),
                row.getString("text")));
    }
}
