package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Challenges;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.connection.Connections;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/** Challenges in PostgreSQL, the phone's name and model sealed under the resident's data key. */
public final class PostgresChallenges implements Challenges {
    private static final String DATA_KEY = "SELECT wrapped_key FROM resident WHERE id = $1";
    private static final String ADD = """
            INSERT INTO binding_challenge (id, resident, actor, session, nonce, key_id, public_key, sealed_phone, replacing,
                                           expires)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String FIND = """
            SELECT c.*, r.wrapped_key FROM binding_challenge c JOIN resident r ON r.id = c.resident WHERE c.id = $1
            """;

    private final Connections connections;
    private final SealedPhones phones;

    public PostgresChallenges(Connections connections, SealedTexts texts) {
        this.connections = connections;
        this.phones = new SealedPhones(texts);
    }

    @Override
    public Future<Void> add(Challenge challenge) {
        return connections
                .ask(DATA_KEY, Tuple.of(challenge.resident()))
                .compose(rows -> Only.of(rows)
                        .map(row -> add(challenge, row.getBuffer("wrapped_key").getBytes()))
                        .orElseGet(() -> Future.failedFuture(new IllegalArgumentException("there is no such e-ID"))));
    }

    @Override
    public Future<Optional<Challenge>> find(UUID id) {
        return connections.ask(FIND, Tuple.of(id)).map(rows -> Only.of(rows).flatMap(this::challenge));
    }

    private Future<Void> add(Challenge challenge, byte[] wrappedKey) {
        Tuple tuple = Tuple.tuple()
                .addUUID(challenge.id())
                .addLong(challenge.resident())
                .addLong(challenge.actor())
                .addBuffer(Buffer.buffer(challenge.session()))
                .addBuffer(Buffer.buffer(challenge.nonce()))
                .addLong(challenge.keyId().value())
                .addBuffer(Buffer.buffer(challenge.key().point()))
                .addBuffer(Buffer.buffer(phones.seal(challenge.resident(), wrappedKey, challenge.phone())));
        tuple.addValue(challenge.replacing());
        tuple.addValue(challenge.expires().atOffset(ZoneOffset.UTC));
        return connections.ask(ADD, tuple).mapEmpty();
    }

    /** One whose phone does not open is not there: the phone will make another. */
    private Optional<Challenge> challenge(Row row) {
        long resident = row.getLong("resident");
        byte[] wrappedKey = row.getBuffer("wrapped_key").getBytes();
        return phones.open(resident, wrappedKey, row.getBuffer("sealed_phone").getBytes())
                .map(phone -> new Challenge(
                        row.getUUID("id"),
                        resident,
                        row.getLong("actor"),
                        row.getBuffer("session").getBytes(),
                        row.getBuffer("nonce").getBytes(),
                        new BindingKeyId(row.getLong("key_id")),
                        BindingPublicKey.of(row.getBuffer("public_key").getBytes()),
                        phone,
                        row.getLong("replacing"),
                        row.get(OffsetDateTime.class, "expires").toInstant()));
    }
}
