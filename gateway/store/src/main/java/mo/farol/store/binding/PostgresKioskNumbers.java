package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.KioskNumbers;
import mo.farol.core.binding.OnceKind;
import mo.farol.core.binding.RequestKey;
import mo.farol.store.atrest.KioskDigits;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;
import mo.farol.store.resident.StoredNumbers;

/** Kiosk numbers in PostgreSQL. A number ends when a later one of the same e-ID is made: it then reads as expired. */
public final class PostgresKioskNumbers implements KioskNumbers {
    private static final StoredNumbers<KeyLevel> LEVELS = new StoredNumbers<>(KeyLevel.class, KeyLevel::number);
    private static final String ADD = """
            INSERT INTO kiosk_number (challenge, resident, actor, number_hash, key_level, expires)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (challenge) DO NOTHING
            """;
    private static final String FIND = SqlText.of(PostgresKioskNumbers.class, "kiosk_number.sql");
    private static final String TRY = SqlText.of(PostgresKioskNumbers.class, "kiosk_try.sql");

    private final Connections connections;
    private final KioskDigits digits;

    public PostgresKioskNumbers(Connections connections, KioskDigits digits) {
        this.connections = connections;
        this.digits = digits;
    }

    @Override
    public Future<String> add(KioskNumber pending) {
        String number = digits.of(pending.challenge());
        Tuple tuple = Tuple.of(
                pending.challenge(),
                pending.resident(),
                pending.actor(),
                Buffer.buffer(digits.hash(number)),
                pending.level().number(),
                pending.expires().atOffset(ZoneOffset.UTC));
        return connections.ask(ADD, tuple).map(added -> number);
    }

    @Override
    public Future<Optional<KioskNumber>> tried(String number, long actor, RequestKey request) {
        Buffer hash = Buffer.buffer(digits.hash(number));
        Tuple tuple = Tuple.of(hash, actor, OnceKind.KIOSK_TRY.number(), Buffer.buffer(request.scope()));
        return connections.ask(TRY, tuple).compose(counted -> find(Tuple.of(null, hash, actor)));
    }

    @Override
    public Future<Optional<KioskNumber>> find(UUID challenge) {
        return find(Tuple.of(challenge, null, null));
    }

    private Future<Optional<KioskNumber>> find(Tuple by) {
        return connections.ask(FIND, by).map(rows -> Only.of(rows).map(PostgresKioskNumbers::number));
    }

    private static KioskNumber number(Row row) {
        return new KioskNumber(
                row.getUUID("challenge"),
                row.getLong("resident"),
                row.getLong("actor"),
                LEVELS.of(row.getInteger("key_level")),
                row.get(OffsetDateTime.class, "expires").toInstant(),
                row.getInteger("wrong_tries"),
                row.getBoolean("used"));
    }
}
