package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.HeldConnection;
import mo.farol.store.connection.SqlText;
import mo.farol.store.connection.Trouble;

/** Writes look-ups into the access log. A look-up that is not known to be recorded has failed. */
final class LookUpRecords {
    /** What an operator who gives a number is shown. */
    static final FieldSet ASKED = Person.NAMES.or(FieldSet.of(Field.ID_NUMBER));

    private static final String SQL = SqlText.of(LookUpRecords.class, "look_up.sql");
    private static final int MOST_SENDS = 3;
    private static final int ANSWER_TIMEOUT_MS = 3000;
    private static final int SALT_BYTES = 32;
    private static final int FOUND = 1;
    private static final int NOT_FOUND = 3;

    private final Connections connections;
    private final SecureRandom random;

    LookUpRecords(Connections connections, SecureRandom random) {
        this.connections = connections;
        this.random = random;
    }

    /** @return when it is durable */
    Future<Void> add(LookUp lookUp) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return send(lookUp, salt, MOST_SENDS);
    }

    private Future<Void> send(LookUp lookUp, byte[] salt, int sendsLeft) {
        return sendOnce(lookUp, salt).transform(result -> {
            if (result.succeeded()) {
                return check(lookUp, result.result());
            }
            Trouble trouble = Trouble.of(result.cause());
            return sendsLeft > 1 && (trouble == Trouble.UNKNOWN || trouble == Trouble.RESEND)
                    ? send(lookUp, salt, sendsLeft - 1)
                    : Future.failedFuture(
                            new ArbiterUnreachable("a look-up is not known to be recorded", result.cause()));
        });
    }

    private Future<RowSet<Row>> sendOnce(LookUp lookUp, byte[] salt) {
        // Of its own, because a warning at commit, that it may not have reached the standby, must be this look-up's.
        HeldConnection held = new HeldConnection(connections);
        return held.get()
                .compose(connection -> connection
                        .preparedQuery(SQL)
                        .execute(tuple(lookUp, salt))
                        .timeout(ANSWER_TIMEOUT_MS, TimeUnit.MILLISECONDS))
                .compose(rows -> held.warned()
                        ? Future.failedFuture(new IllegalStateException("the server warned at commit"))
                        : Future.succeededFuture(rows))
                .onComplete(done -> held.drop());
    }

    private static Future<Void> check(LookUp lookUp, RowSet<Row> rows) {
        List<Row> recorded = Listing.all(rows, row -> row);
        if (recorded.isEmpty()) {
            return Future.failedFuture(new ArbiterUnreachable("the look-up's record did not come back"));
        }
        Row row = recorded.getFirst();
        boolean same = row.getLong("resident") == lookUp.resident()
                && Arrays.equals(row.getBuffer("request_hash").getBytes(), lookUp.requestHash());
        return same
                ? Future.succeededFuture()
                : Future.failedFuture(new IllegalArgumentException("the attempt is another look-up's"));
    }

    private static Tuple tuple(LookUp lookUp, byte[] salt) {
        return Tuple.tuple(Arrays.asList(
                lookUp.attempt(),
                lookUp.resident(),
                ASKED.mask(),
                lookUp.released().mask(),
                lookUp.resident() == LookUp.NOBODY ? NOT_FOUND : FOUND,
                Buffer.buffer(lookUp.requestHash()),
                lookUp.operator(),
                lookUp.reason(),
                Buffer.buffer(salt)));
    }
}
