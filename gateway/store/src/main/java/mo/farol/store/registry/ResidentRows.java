package mo.farol.store.registry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.registry.NewResident;
import mo.farol.core.registry.ResidentEntry;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.SealedResident;
import mo.farol.store.atrest.Sealing;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.Trouble;

/** Residents, their sealed fields and their cards. */
final class ResidentRows {
    private static final String DRAW_IDS = """
            SELECT nextval(pg_get_serial_sequence('resident', 'id')) AS id FROM generate_series(1, $1)
            """;
    private static final String ADD = """
            INSERT INTO resident (id, key_version, wrapped_key, number_index, multiple)
            SELECT id, $1, wrapped_key, number_index, multiple
            FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::boolean[])
                AS r(id, wrapped_key, number_index, multiple)
            """;
    private static final String ADD_FIELDS = """
            INSERT INTO resident_field (resident, field, key_version, sealed)
            SELECT resident, field, $1, sealed
            FROM unnest($2::bigint[], $3::integer[], $4::bytea[]) AS f(resident, field, sealed)
            """;
    private static final String ADD_CARDS = """
            INSERT INTO card (resident, status, expires)
            SELECT resident, $1, expires FROM unnest($2::bigint[], $3::date[]) AS c(resident, expires)
            """;

    private static final String HANDLES = """
            SELECT r.handle
            FROM unnest($1::bigint[]) WITH ORDINALITY AS asked(id, place)
            JOIN resident r ON r.id = asked.id
            ORDER BY asked.place
            """;

    private final Connections connections;
    private final NumberIndex index;
    private final Sealing sealing;

    ResidentRows(Connections connections, NumberIndex index, Sealing sealing) {
        this.connections = connections;
        this.index = index;
        this.sealing = sealing;
    }

    Future<List<Long>> add(List<NewResident> residents) {
        if (residents.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        List<byte[]> indexes = new ArrayList<>();
        for (NewResident resident : residents) {
            Optional<IdNumber> number = Optional.ofNullable(resident.fields().get(Field.ID_NUMBER))
                    .filter(value -> !value.contains("/"))
                    .flatMap(IdNumber::parse);
            if (number.isEmpty() || resident.fields().containsKey(Field.HANDLE)) {
                return Future.failedFuture(
                        new IllegalArgumentException("a resident needs an ID number 1234567(8), and has no handle"));
            }
            indexes.add(index.of(number.get()));
        }
        return connections
                .pool()
                .preparedQuery(DRAW_IDS)
                .execute(Tuple.of(residents.size()))
                .map(Rows::ids)
                .compose(ids -> insert(seal(ids, residents, indexes)).map(ids))
                .recover(ResidentRows::failure);
    }

    /** Sealed before the transaction begins: the server ends one that it hears nothing of for a second. */
    private Sealed seal(List<Long> ids, List<NewResident> residents, List<byte[]> indexes) {
        List<Buffer> wrapped = new ArrayList<>();
        List<Long> owners = new ArrayList<>();
        List<Integer> fields = new ArrayList<>();
        List<Buffer> sealed = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            long id = ids.get(i);
            SealedResident resident = sealing.resident(id, residents.get(i).fields());
            wrapped.add(Buffer.buffer(resident.wrappedKey()));
            resident.fields().forEach((field, ciphertext) -> {
                owners.add(id);
                fields.add(field.bit());
                sealed.add(Buffer.buffer(ciphertext));
            });
        }
        return new Sealed(
                Tuple.of(
                        (int) AtRestKeys.VERSION,
                        ids.toArray(Long[]::new),
                        wrapped.toArray(Buffer[]::new),
                        indexes.stream().map(Buffer::buffer).toArray(Buffer[]::new),
                        residents.stream().map(NewResident::multiple).toArray(Boolean[]::new)),
                Tuple.of(
                        (int) AtRestKeys.VERSION,
                        owners.toArray(Long[]::new),
                        fields.toArray(Integer[]::new),
                        sealed.toArray(Buffer[]::new)),
                Tuple.of(
                        CardStatus.IN_FORCE.number(),
                        ids.toArray(Long[]::new),
                        residents.stream().map(NewResident::cardExpires).toArray(LocalDate[]::new)));
    }

    /** What is written of some residents, one tuple a table. */
    private record Sealed(Tuple residents, Tuple fields, Tuple cards) {}

    /** The number's index is the only unique thing here that a caller chooses. */
    private static Future<List<Long>> failure(Throwable cause) {
        if (cause instanceof PgException answer && answer.getSqlState().equals("23505")) {
            return Future.failedFuture(new ResidentEntry.NumberTaken());
        }
        return Future.failedFuture(
                new ArbiterUnreachable("residents could not be entered: " + Trouble.nameOf(cause), cause));
    }

    Future<List<UUID>> handles(List<Long> residents) {
        return connections
                .ask(HANDLES, Tuple.of(residents.toArray(Long[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("handle"))
                        .toList());
    }

    Future<Optional<Long>> find(IdNumber number) {
        return connections
                .pool()
                .preparedQuery("SELECT id FROM resident WHERE number_index = $1")
                .execute(Tuple.of(Buffer.buffer(index.of(number))))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> row.getLong("id")));
    }

    Future<Void> setCardStatus(long resident, CardStatus status) {
        return connections
                .pool()
                .preparedQuery("UPDATE card SET status = $2 WHERE resident = $1")
                .execute(Tuple.of(resident, status.number()))
                .compose(rows -> Rows.changed("card", rows));
    }

    private Future<Void> insert(Sealed rows) {
        return connections
                .pool()
                .withTransaction(connection -> connection
                        .preparedQuery(ADD)
                        .execute(rows.residents())
                        .compose(added -> connection.preparedQuery(ADD_FIELDS).execute(rows.fields()))
                        .compose(added -> connection.preparedQuery(ADD_CARDS).execute(rows.cards()))
                        .mapEmpty());
    }
}
