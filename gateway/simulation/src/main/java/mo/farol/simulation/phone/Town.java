package mo.farol.simulation.phone;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Purpose;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.simulation.postgres.BindingRow;
import mo.farol.simulation.postgres.Change;
import mo.farol.simulation.postgres.GrantRow;
import mo.farol.simulation.postgres.InstitutionRow;
import mo.farol.simulation.postgres.ResidentRow;
import mo.farol.simulation.postgres.TerminalRow;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.SealedResident;
import mo.farol.store.atrest.Sealing;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.X25519;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.RecipientKey;
import mo.farol.token.mint.PhoneKey;

/** What every world begins with: keys, residents, phones, institutions, terminals, purposes. Made once, never changed. */
public final class Town {
    /** 2026-11-25T00:00:00Z, by the database's clock, in milliseconds. */
    public static final long EPOCH_MILLIS = 1_795_564_800_000L;

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    public static final Purpose ACCOUNT = new Purpose(101, "account.open", CodeType.EID, false, false, false);
    public static final Purpose COUNTER = new Purpose(102, "counter.identity", CodeType.EID, true, false, false);
    public static final Purpose LANE = new Purpose(103, "lane", CodeType.CLEARANCE, false, false, false);
    public static final List<Purpose> PURPOSES = List.of(ACCOUNT, COUNTER, LANE);

    /** Two counters of one institution, one of another. */
    public static final List<TerminalIdentity> TERMINALS = List.of(
            new TerminalIdentity(11, 1, "bank-1"),
            new TerminalIdentity(12, 1, "bank-2"),
            new TerminalIdentity(21, 2, "clinic-1"));

    public static final long RESIDENTS = 4;
    private static final int PHONES = 20;

    public final AtRestKeys atRest = atRestKeys();
    public final KeyRing ring;
    public final List<Phone> phones = new ArrayList<>();
    private final List<Change> founding = new ArrayList<>();

    public Town() {
        Random random = new Random(4711);
        ring = KeyRing.builder()
                .recipient(pair(random, CodeType.EID, 0x10))
                .recipient(pair(random, CodeType.CLEARANCE, 0x20))
                .ticketKey(CodeType.EID, TODAY, bytes(random), KeyState.CURRENT)
                .build();
        SimulatedCrypto crypto = new SimulatedCrypto(random);
        Sealing sealing = new Sealing(atRest, new SecureRandom());
        for (long resident = 1; resident <= RESIDENTS; resident++) {
            SealedResident sealed = sealing.resident(resident, fields(resident));
            founding.add(new Change.PutResident(new ResidentRow(resident, sealed.wrappedKey(), sealed.fields())));
        }
        for (int number = 0; number < PHONES; number++) {
            Phone phone = new Phone(
                    number,
                    number % RESIDENTS + 1,
                    new BindingKeyId(random.nextLong()),
                    PhoneKey.generate(crypto, random));
            phones.add(phone);
            if (isBoundAtFirst(number)) {
                founding.add(binding(phone, BindingRow.ACTIVE));
            }
        }
        TERMINALS.forEach(terminal -> founding.add(terminal(terminal.terminal(), terminal.institution(), false)));
        for (long institution = 1; institution <= 2; institution++) {
            founding.add(institution(institution, false));
            for (Purpose purpose : PURPOSES) {
                founding.add(new Change.PutGrant(grant(institution, purpose, 1, false)));
            }
        }
    }

    public List<Change> founding() {
        return List.copyOf(founding);
    }

    /** A resident's phones, one after another: a binding that has ended never comes back. */
    public List<Phone> phonesOf(long resident) {
        return phones.stream().filter(phone -> phone.resident() == resident).toList();
    }

    /** The first phone of each resident is bound when the world begins. */
    public static boolean isBoundAtFirst(int phone) {
        return phone < RESIDENTS;
    }

    /** The value on file: it says whose it is, so that a mix-up shows. */
    public static String value(Field field, long resident) {
        return field.wireName() + " of " + resident;
    }

    public static Change binding(Phone phone, int status) {
        return new Change.PutBinding(new BindingRow(
                phone.number() + 1L,
                phone.resident(),
                phone.keyId().value(),
                Buffer.buffer(phone.key().publicKey().point()),
                Buffer.buffer(phone.key().publicKey().sha256()),
                status));
    }

    public static Change terminal(long id, long institution, boolean suspended) {
        return new Change.PutTerminal(new TerminalRow(id, institution, suspended));
    }

    public static Change institution(long id, boolean suspended) {
        return new Change.PutInstitution(new InstitutionRow(id, "Institution " + id, suspended));
    }

    /** Every version has its own fields: an odd one all of its purpose, an even one fewer. */
    public static GrantRow grant(long institution, Purpose purpose, long version, boolean withdrawn) {
        return new GrantRow(
                institution, purpose.id(), version, fields(purpose, version).mask(), withdrawn);
    }

    public static FieldSet fields(Purpose purpose, long version) {
        if (purpose.id() == COUNTER.id()) {
            return version % 2 == 1 ? FieldSet.NAME_AND_PHOTO.or(FieldSet.of(Field.SEX)) : FieldSet.NAME_AND_PHOTO;
        }
        return version % 2 == 1 ? FieldSet.of(Field.SURNAME_PT, Field.ID_NUMBER) : FieldSet.of(Field.ID_NUMBER);
    }

    private static Map<Field, String> fields(long resident) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (field != Field.HANDLE) {
                values.put(field, value(field, resident));
            }
        }
        return values;
    }

    private static RecipientKey pair(Random random, CodeType type, int kid) {
        byte[] privateKey = bytes(random);
        return new RecipientKey(type, kid, privateKey, X25519.publicKey(privateKey), KeyState.CURRENT);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Keys at rest come from a file only, so one is made, read and removed. */
    private static AtRestKeys atRestKeys() {
        try {
            Path folder = Files.createTempDirectory("farol-simulation");
            Path file = folder.resolve("keys.p12");
            AtRestKeys.create(file, "simulation", new SecureRandom());
            AtRestKeys keys = AtRestKeys.load(file, "simulation");
            Files.delete(file);
            Files.delete(folder);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
