package mo.farol.store.civilregistry;

import static mo.farol.store.testing.World.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.Content;
import mo.farol.core.civilregistry.Entry;
import mo.farol.core.civilregistry.FileHash;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.RegistryCard;
import mo.farol.core.civilregistry.RegistryGuardianship;
import mo.farol.core.civilregistry.RegistryResident;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.IdNumber;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.testing.TestDatabase;

/** An opened civil registry on a database of its own, and short ways to fill it and look into it. */
final class RegistryFixture implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T04:00:00Z"));
    private static final LocalDate EXPIRES = LocalDate.of(2030, 3, 1);

    final TestDatabase database;
    final Vertx vertx = Vertx.vertx();
    final PostgresCivilRegistry registry;
    private final NumberIndex index;
    private int files;

    RegistryFixture(TestDatabase database) throws IOException {
        this.database = database;
        registry = await(PostgresCivilRegistry.open(vertx, database.config(), CLOCK));
        index = new NumberIndex(
                AtRestKeys.load(database.config().keyStore(), database.config().keyStorePassword()));
    }

    static RegistryResident resident(IdNumber number, Map<Field, String> other, RegistryCard card) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.ID_NUMBER, number.value());
        fields.put(Field.SURNAME_PT, "d'Eça");
        fields.put(Field.BIRTH_DATE, "1990-02-28");
        fields.put(
                Field.EXPIRY_DATE,
                card.expires() == null ? "------" : card.expires().toString());
        fields.putAll(other);
        return new RegistryResident(number, fields, card, null, null, null);
    }

    static RegistryResident resident(IdNumber number) {
        return resident(number, Map.of(), card(CardStatus.IN_FORCE, 1));
    }

    static RegistryResident child(IdNumber number) {
        return resident(number, Map.of(Field.BIRTH_DATE, "2015-06-01"), card(CardStatus.IN_FORCE, 1));
    }

    static RegistryCard card(CardStatus status, long sequence) {
        return new RegistryCard(status, EXPIRES, sequence);
    }

    static RegistryGuardianship parent(IdNumber minor, IdNumber guardian, boolean inForce, long sequence) {
        return new RegistryGuardianship(minor, guardian, GuardianKind.PARENT, inForce, sequence);
    }

    static IdNumber number(int n) {
        return new IdNumber(String.format(java.util.Locale.ROOT, "1%06d(%d)", n, n % 10));
    }

    static Batch batch(Pass pass, Position from, Content... rows) {
        List<Entry> entries = new ArrayList<>();
        Position place = from;
        for (Content row : rows) {
            place = new Position(place.line() + 1, place.bytes() + 100);
            entries.add(new Entry(place, row));
        }
        return new Batch(pass, from, entries);
    }

    FileHash newFile() {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) ++files);
        return new FileHash(hash);
    }

    /** A file with just these rows, loaded to its end. */
    ImportState load(Pass pass, Content... rows) {
        ImportState state = await(registry.begin(newFile(), false));
        if (pass == Pass.GUARDIANSHIPS) {
            state = await(registry.endPass(state, Position.START));
        }
        return await(registry.load(state.run(), batch(pass, state.reached(), rows)));
    }

    long id(IdNumber number) {
        return database.number("SELECT id FROM resident WHERE number_index = '\\x"
                + java.util.HexFormat.of().formatHex(index.of(number)) + "'");
    }

    void bind(IdNumber number) {
        long id = id(number);
        database.execute("INSERT INTO binding (resident, key_id, public_key, status) VALUES (" + id + ", " + id
                + ", decode(lpad('" + id + "', 130, '0'), 'hex'), 1)");
    }

    /** All that is stored of everybody, as text: equal when nothing was written. */
    List<String> everything() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("resident", "resident_field", "card", "contact", "guardianship", "binding")) {
                try (ResultSet found = statement.executeQuery("SELECT xmin, * FROM " + table + " ORDER BY 2, 3, 4")) {
                    while (found.next()) {
                        StringBuilder row = new StringBuilder(table);
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            row.append('|').append(found.getString(i));
                        }
                        rows.add(row.toString());
                    }
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(registry.close());
        await(vertx.close());
        database.close();
    }
}
