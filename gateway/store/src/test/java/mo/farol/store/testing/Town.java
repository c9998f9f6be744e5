package mo.farol.store.testing;

import static mo.farol.store.testing.World.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.registry.NewResident;
import mo.farol.store.Store;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.SealedText;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;

/** Synthetic people with families, phones and a past, written as the ledger and the arbiter write them. */
public final class Town implements AutoCloseable {
    private final Store store;
    private final Connection superuser;
    private final SecureRandom random = new SecureRandom();
    private final SealedTexts texts;
    private int people;

    public Town(TestDatabase database, Store store) {
        this.store = store;
        try {
            this.superuser = database.superuser();
            AtRestKeys keys = AtRestKeys.load(database.config().keyStore(), TestDatabase.KEY_STORE_PASSWORD);
            this.texts = new SealedTexts(keys, random, 1000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param handle of the e-ID */
    public record Person(long row, UUID handle, IdNumber number, Map<Field, String> fields) {
        public String field(Field field) {
            return Objects.requireNonNull(fields.get(field));
        }
    }

    /** Today in Macau by the database's clock. */
    public LocalDate today() {
        return LocalDate.parse(text("SELECT (now() AT TIME ZONE interval '8 hours')::date::text"));
    }

    public Person adult() {
        return person(LocalDate.of(1980, 2, 3), false);
    }

    public Person child(int age) {
        return person(today().minusYears(age).minusDays(40), false);
    }

    public Person person(LocalDate born, boolean multiple) {
        people++;
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.ID_NUMBER, String.format(Locale.ROOT, "1%06d(%d)", people, people % 10));
        fields.put(Field.SURNAME_ZH, "姓" + people);
        fields.put(Field.GIVEN_NAMES_ZH, "名" + people);
        fields.put(Field.SURNAME_PT, "SURNAME " + people);
        fields.put(Field.GIVEN_NAMES_PT, "GIVEN " + people);
        fields.put(Field.BIRTH_DATE, born.toString());
        return person(fields, multiple);
    }

    public Person person(Map<Field, String> fields, boolean multiple) {
        LocalDate expires = LocalDate.of(2099, 12, 31);
        long row = await(store.registry().addResident(new NewResident(fields, expires, multiple)));
        UUID handle = UUID.fromString(text("SELECT handle::text FROM resident WHERE id = " + row));
        return new Person(row, handle, new IdNumber(Objects.requireNonNull(fields.get(Field.ID_NUMBER))), fields);
    }

    public void guardian(Person minor, Person guardian) {
        execute(
                "INSERT INTO guardianship (minor, guardian, kind, in_force, sequence) VALUES (?, ?, ?, true, 1)",
                minor.row(),
                guardian.row(),
                GuardianKind.PARENT.number());
    }

    public void withdraw(Person minor, Person guardian) {
        execute(
                "UPDATE guardianship SET in_force = false WHERE minor = ? AND guardian = ?",
                minor.row(),
                guardian.row());
    }

    /** A phone of this name; earlier ones of the same person are superseded. @return the binding's row */
    public long bind(Person person, String phoneName, String model) {
        byte[] point = new byte[BindingPublicKey.LENGTH];
        random.nextBytes(point);
        point[0] = 4;
        long binding = await(
                store.registry().bind(person.row(), new BindingKeyId(random.nextLong()), BindingPublicKey.of(point)));
        byte[] sealed = texts.seal(person.row(), wrappedKey(person), SealedText.PHONE, phoneName + '\u001f' + model);
        execute("UPDATE binding SET sealed_phone = ? WHERE id = ?", sealed, binding);
        return binding;
    }

    public void status(long binding, BindingStatus status) {
        await(store.registry().setBindingStatus(binding, status));
    }

    /** An access record as the arbiter writes it. @param outcome 1 verified, 3 refused as expired */
    public UUID record(Person of, long binding, Instant at, int outcome, World world) {
        UUID attempt = uuid7(at);
        execute(
                "INSERT INTO access_record (kind, attempt, at, resident, binding, institution, terminal, purpose,"
                        + " policy_version, requested, released, withheld, outcome, why, request_hash, staff, place,"
                        + " lane, reason, salt) VALUES (1, ?, ?, ?, ?, ?, ?, ?, 7, 4383, ?, 0, ?, ?, ?, 'staff-7',"
                        + " 'counter 3', 'lane 2', 'enrolment', ?)",
                attempt,
                at,
                of.row(),
                binding,
                world.institution(),
                world.terminal().terminal(),
                world.purposeRow(),
                outcome == 3 ? 0 : 15,
                outcome,
                outcome == 3 ? 1 : 0,
                bytes(32),
                bytes(32));
        return attempt;
    }

    /** A suspension by a resident. @param by who did it */
    public UUID event(Person of, long binding, Instant at, Person by) {
        UUID id = uuid7(at);
        execute(
                "INSERT INTO eid_event (id, at, resident, binding, kind, channel, actor, by_row, reason, detail, salt)"
                        + " VALUES (?, ?, ?, ?, ?, 1, 1, ?, 'lost', 'a detail', ?)",
                id,
                at,
                of.row(),
                binding,
                EventKind.SUSPENDED.number(),
                by.row(),
                bytes(32));
        return id;
    }

    /** A notice that is due to be mailed. */
    public UUID notice(Person to, Person about, NoticeKind kind, Instant at) {
        UUID id = uuid7(at);
        execute(
                "INSERT INTO notice (id, resident, kind, at, about, event, mail, mail_after)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 1, ?)",
                id,
                to.row(),
                kind.number(),
                at,
                about.row(),
                uuid7(at),
                at);
        return id;
    }

    public Instant now() {
        return Instant.ofEpochMilli(
                Long.parseLong(text("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint::text")));
    }

    public UUID uuid7(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | 1L << 63);
    }

    public String text(String sql) {
        try (PreparedStatement statement = superuser.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql, Object... values) {
        try (PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(
                        i + 1,
                        values[i] instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long number(String sql) {
        return Long.parseLong(text("SELECT (" + sql + ")::text"));
    }

    @Override
    public void close() {
        try {
            superuser.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] wrappedKey(Person person) {
        String hex = text("SELECT encode(wrapped_key, 'hex') FROM resident WHERE id = " + person.row());
        return java.util.HexFormat.of().parseHex(hex);
    }

    private byte[] bytes(int length) {
        return ByteBuffer.allocate(length).putLong(random.nextLong()).array();
    }
}
