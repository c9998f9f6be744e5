package mo.farol.store.testing;

import io.vertx.core.Future;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordKind;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.policy.Grant;
import mo.farol.core.registry.NewInstitution;
import mo.farol.core.registry.NewPurpose;
import mo.farol.core.registry.NewResident;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Redemption;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.core.verification.RetryKey;
import mo.farol.store.Store;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.CodeType;
import mo.farol.token.Cti;
import org.jspecify.annotations.Nullable;

/** A small synthetic world in a store: one institution, one terminal, one purpose, and as many residents as asked. */
public final class World {
    private static final FieldSet GRANTED = FieldSet.NAME_AND_PHOTO.or(FieldSet.of(Field.BIRTH_DATE, Field.HANDLE));

    private final Store store;
    private final Random random;
    private final long institution;
    private final long means;
    private final TerminalIdentity terminal;
    private final String purpose;
    private final long purposeRow;
    private int minted;

    private World(Store store, Random random) {
        this.store = store;
        this.random = random;
        String suffix = Long.toHexString(random.nextLong());
        this.purpose = "counter." + suffix;
        institution = await(store.registry().addInstitution(new NewInstitution("Institution " + suffix, null)));
        means = await(store.registry().addMeans("scanner " + suffix));
        terminal = addTerminal("terminal-" + suffix);
        purposeRow = await(store.registry().addPurpose(new NewPurpose(purpose, CodeType.EID, true, false, false)));
        grant(GRANTED);
    }

    /** @param seed names and keys follow from it */
    public static World in(Store store, long seed) {
        return new World(store, new Random(seed));
    }

    public long institution() {
        return institution;
    }

    public long means() {
        return means;
    }

    public TerminalIdentity terminal() {
        return terminal;
    }

    public String purpose() {
        return purpose;
    }

    public long purposeRow() {
        return purposeRow;
    }

    /** Another terminal of the same institution. */
    public TerminalIdentity addTerminal(String name) {
        long row = await(store.registry().addTerminal(new NewTerminal(institution, means, name, "{}", null)));
        return new TerminalIdentity(row, institution, name);
    }

    public void grant(FieldSet fields) {
        await(store.registry().grant(institution, purposeRow, fields, false));
    }

    /** The grant in force, as the database has it now. */
    public Grant grant() {
        store.policyCatalogue().forget(institution, purpose);
        return await(store.policyCatalogue().grant(institution, purpose)).orElseThrow();
    }

    /** A resident with an active binding. */
    public Person person() {
        return person(LocalDate.of(2099, 12, 31), true);
    }

    public Person person(@Nullable LocalDate cardExpires, boolean photo) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        String number =
                String.format(java.util.Locale.ROOT, "5%06d(%d)", random.nextInt(1_000_000), random.nextInt(10));
        fields.put(Field.ID_NUMBER, number);
        fields.put(Field.SURNAME_ZH, "陳" + random.nextInt(1_000_000));
        fields.put(Field.GIVEN_NAMES_ZH, "大文");
        fields.put(Field.SURNAME_PT, "CHAN " + random.nextInt(1_000_000));
        fields.put(Field.GIVEN_NAMES_PT, "TAI MAN");
        fields.put(Field.BIRTH_DATE, "1980-02-03");
        if (photo) {
            fields.put(Field.PHOTO, "cGhvdG8" + random.nextInt(1_000_000));
        }
        long resident = await(store.registry().addResident(new NewResident(fields, cardExpires, false)));
        return bind(resident, fields);
    }

    /** A new phone for a resident. */
    public Person bind(long resident, Map<Field, String> fields) {
        BindingKeyId keyId = new BindingKeyId(random.nextLong());
        byte[] point = new byte[BindingPublicKey.LENGTH];
        random.nextBytes(point);
        point[0] = 4;
        BindingPublicKey key = BindingPublicKey.of(point);
        long binding = await(store.registry().bind(resident, keyId, key));
        return new Person(resident, binding, keyId, key, fields);
    }

    /** A fresh code of this person, minted now by the database's clock, after all that were minted before. */
    public RedemptionKey code(Person person) {
        return code(person, 0);
    }

    /** @param age seconds; negative: ahead */
    public RedemptionKey code(Person person, long age) {
        return new RedemptionKey(person.keyId(), now() - age, new Cti(++minted, random.nextLong()));
    }

    /** The database's time in seconds. */
    public long now() {
        try {
            return store.time().millis() / 1000;
        } catch (mo.farol.core.time.DatabaseTime.UncertainTime e) {
            throw new IllegalStateException(e);
        }
    }

    public Redemption redemption(Person person, RedemptionKey code) {
        return redemption(person, code, circumstances(terminal, random.nextLong()));
    }

    public Redemption redemption(Person person, RedemptionKey code, Circumstances circumstances) {
        return new Redemption(code, person.key().sha256(), false, circumstances);
    }

    /** @param request stands for an Idempotency-Key and a body: the same number, the same request */
    public Circumstances circumstances(TerminalIdentity at, long request) {
        return circumstances(at, request, "counter 3");
    }

    public Circumstances circumstances(TerminalIdentity at, long request, @Nullable String place) {
        return circumstances(at, request, place, grant());
    }

    public Circumstances circumstances(TerminalIdentity at, long request, @Nullable String place, Grant grant) {
        byte[] salt = new byte[32];
        random.nextBytes(salt);
        return new Circumstances(
                attempt(),
                RecordKind.VERIFICATION,
                at,
                grant,
                GRANTED,
                "staff-7",
                place,
                null,
                null,
                new RetryKey(at.terminal(), hash(request, 1), hash(request, 2)),
                salt);
    }

    private UUID attempt() {
        long high = now() * 1000 << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() >>> 2 | 1L << 63);
    }

    private static byte[] hash(long request, long which) {
        return ByteBuffer.allocate(32).putLong(request).putLong(which).array();
    }

    /** Waits for an answer, at most as long as a verification may take to settle. */
    public static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A resident and the phone that their e-ID is bound to. Synthetic. */
    public record Person(
            long resident, long binding, BindingKeyId keyId, BindingPublicKey key, Map<Field, String> fields) {}
}
