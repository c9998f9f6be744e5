package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mo.farol.core.civilregistry.RegistryCard;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.batch.Columns;
import org.jspecify.annotations.Nullable;

/** What a batch writes about residents: collected row by row, sent as one statement per table. */
final class ResidentWrites {
    private static final String ADD = """
            INSERT INTO resident (id, key_version, wrapped_key, number_index, multiple)
            SELECT id, $1, wrapped_key, number_index, multiple
            FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::boolean[])
                AS r(id, wrapped_key, number_index, multiple)
            """;
    private static final String SET_MULTIPLE = """
            UPDATE resident r SET multiple = m.multiple
            FROM unnest($1::bigint[], $2::boolean[]) AS m(id, multiple) WHERE r.id = m.id
            """;
    private static final String PUT_FIELDS = """
            INSERT INTO resident_field (resident, field, key_version, sealed)
            SELECT resident, field, $1, sealed
            FROM unnest($2::bigint[], $3::integer[], $4::bytea[]) AS f(resident, field, sealed)
            ON CONFLICT (resident, field) DO UPDATE SET key_version = excluded.key_version, sealed = excluded.sealed
            """;
    private static final String DROP_FIELDS = """
            DELETE FROM resident_field f USING unnest($1::bigint[], $2::integer[]) AS d(resident, field)
            WHERE f.resident = d.resident AND f.field = d.field
            """;
    private static final String PUT_CARDS = """
            INSERT INTO card (resident, status, expires, sequence)
            SELECT resident, status, expires, sequence
            FROM unnest($1::bigint[], $2::integer[], $3::date[], $4::bigint[]) AS c(resident, status, expires, sequence)
            ON CONFLICT (resident) DO UPDATE
            SET status = excluded.status, expires = excluded.expires, sequence = excluded.sequence
            """;
    private static final String PUT_CONTACTS = """
            INSERT INTO contact (resident, language, sealed_email)
            SELECT resident, language, sealed_email
            FROM unnest($1::bigint[], $2::integer[], $3::bytea[]) AS c(resident, language, sealed_email)
            ON CONFLICT (resident) DO UPDATE SET language = excluded.language, sealed_email = excluded.sealed_email
            """;

    private record NewRow(long id, byte[] wrapped, byte[] index, boolean multiple) {}

    private record Multiple(long id, boolean multiple) {}

    private record Sealed(long id, Field field, byte[] sealed) {}

    private record Dropped(long id, Field field) {}

    private record Card(long id, RegistryCard card) {}

    private record Contact(long id, PreferredLanguage language, byte @Nullable [] email) {}

    private final List<NewRow> added = new ArrayList<>();
    private final List<Multiple> multiples = new ArrayList<>();
    private final List<Sealed> fields = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<Card> cards = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();

    void add(long id, byte[] wrapped, byte[] index, boolean multiple) {
        added.add(new NewRow(id, wrapped, index, multiple));
    }

    void multiple(long id, boolean multiple) {
        multiples.add(new Multiple(id, multiple));
    }

    void field(long id, Field field, byte[] sealed) {
        fields.add(new Sealed(id, field, sealed));
    }

    void drop(long id, Field field) {
        dropped.add(new Dropped(id, field));
    }

    void card(long id, RegistryCard card) {
        cards.add(new Card(id, card));
    }

    /** @param email sealed, or null when there is no address */
    void contact(long id, PreferredLanguage language, byte @Nullable [] email) {
        contacts.add(new Contact(id, language, email));
    }

    Future<Void> send(SqlConnection connection) {
        return send(connection, ADD, added, this::addedRows)
                .compose(sent -> send(connection, SET_MULTIPLE, multiples, this::multipleRows))
                .compose(sent -> send(connection, PUT_FIELDS, fields, this::fieldRows))
                .compose(sent -> send(connection, DROP_FIELDS, dropped, this::droppedRows))
                .compose(sent -> send(connection, PUT_CARDS, cards, this::cardRows))
                .compose(sent -> send(connection, PUT_CONTACTS, contacts, this::contactRows));
    }

    private static Future<Void> send(
            SqlConnection connection, String sql, List<?> rows, java.util.function.Supplier<Tuple> columns) {
        return rows.isEmpty()
                ? Future.succeededFuture()
                : connection.preparedQuery(sql).execute(columns.get()).mapEmpty();
    }

    /** With two arrays alone, {@code Tuple.of} would take the second apart. */
    private static Tuple columns(Object[] first, Object[] second) {
        return Tuple.of(first, (Object) second);
    }

    private Tuple addedRows() {
        return Tuple.of(
                (int) AtRestKeys.VERSION,
                Columns.longs(added, NewRow::id),
                Columns.bytes(added, NewRow::wrapped),
                Columns.bytes(added, NewRow::index),
                Columns.booleans(added, NewRow::multiple));
    }

    private Tuple multipleRows() {
        return columns(Columns.longs(multiples, Multiple::id), Columns.booleans(multiples, Multiple::multiple));
    }

    private Tuple fieldRows() {
        return Tuple.of(
                (int) AtRestKeys.VERSION,
                Columns.longs(fields, Sealed::id),
                Columns.integers(fields, row -> row.field().bit()),
                Columns.bytes(fields, Sealed::sealed));
    }

    private Tuple droppedRows() {
        return columns(
                Columns.longs(dropped, Dropped::id),
                Columns.integers(dropped, row -> row.field().bit()));
    }

    private Tuple cardRows() {
        return Tuple.of(
                Columns.longs(cards, Card::id),
                Columns.integers(cards, row -> row.card().status().number()),
                cards.stream().map(row -> row.card().expires()).toArray(LocalDate[]::new),
                Columns.longs(cards, row -> row.card().sequence()));
    }

    private Tuple contactRows() {
        return Tuple.of(
                Columns.longs(contacts, Contact::id),
                Columns.integers(contacts, row -> row.language().number()),
                contacts.stream()
                        .map(row -> row.email() == null ? null : Buffer.buffer(row.email()))
                        .toArray(Buffer[]::new));
    }
}
