package mo.farol.store.binding;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.BindingWay;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.Guardianship;
import mo.farol.core.binding.HeldAccount;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.CardStatus;
import mo.farol.store.atrest.Opening;
import mo.farol.store.connection.SqlText;
import mo.farol.store.resident.StoredNumbers;
import org.jspecify.annotations.Nullable;

/** {@code eid.sql}: a whole e-ID in one row. */
final class EidReader {
    private static final StoredNumbers<CardStatus> CARDS = new StoredNumbers<>(CardStatus.class, CardStatus::number);
    private static final StoredNumbers<BindingStatus> STATUSES =
            new StoredNumbers<>(BindingStatus.class, BindingStatus::number);
    private static final StoredNumbers<BindingWay> WAYS = new StoredNumbers<>(BindingWay.class, BindingWay::number);
    private static final StoredNumbers<GuardianKind> GUARDIANS =
            new StoredNumbers<>(GuardianKind.class, GuardianKind::number);
    static final String SQL = SqlText.of(EidReader.class, "eid.sql");

    /**
     * Where no birth date is on file, or it does not open: not born yet, so a minor for ever, whom nobody binds by their
     * own proof.
     */
    private static final LocalDate UNKNOWN_BIRTH = LocalDate.MAX;

    private final Opening opening;

    EidReader(Opening opening) {
        this.opening = opening;
    }

    /** @param scope of a request that may have been answered before */
    static Tuple byRow(long resident, byte @Nullable [] scope) {
        return Tuple.of(resident, null, null, scope == null ? null : Buffer.buffer(scope));
    }

    static Tuple byHandle(UUID eid) {
        return Tuple.of(null, eid, null, null);
    }

    static Tuple byBinding(UUID binding) {
        return Tuple.of(null, null, binding, null);
    }

    LockedEid read(Row row) {
        long resident = row.getLong("id");
        byte[] wrappedKey = row.getBuffer("wrapped_key").getBytes();
        Eid eid = new Eid(
                resident,
                row.getUUID("handle"),
                born(resident, wrappedKey, row.getBuffer("born")),
                row.getBoolean("multiple"),
                new HeldCard(
                        CARDS.of(row.getInteger("card_status")),
                        row.getLocalDate("card_expires"),
                        row.getLong("card_sequence"),
                        row.getBoolean("dead")),
                bindings(row),
                guardians(row),
                accounts(row));
        return new LockedEid(eid, row.get(OffsetDateTime.class, "now").toInstant(), wrappedKey);
    }

    private LocalDate born(long resident, byte[] wrappedKey, @Nullable Buffer sealed) {
        if (sealed == null) {
            return UNKNOWN_BIRTH;
        }
        return opening.field(resident, wrappedKey, Field.BIRTH_DATE, sealed.getBytes())
                .map(EidReader::date)
                .orElse(UNKNOWN_BIRTH);
    }

    private static LocalDate date(String onFile) {
        try {
            return LocalDate.parse(onFile);
        } catch (DateTimeException e) {
            // Its message would repeat the birth date.
            return UNKNOWN_BIRTH;
        }
    }

    private static List<HeldBinding> bindings(Row row) {
        Long[] ids = row.getArrayOfLongs("ids");
        if (ids == null) {
            return List.of();
        }
        UUID[] handles = row.getArrayOfUUIDs("handles");
        Short[] statuses = row.getArrayOfShorts("statuses");
        Short[] ways = row.getArrayOfShorts("ways");
        Long[] actors = row.getArrayOfLongs("actors");
        OffsetDateTime[] bound = row.getArrayOfOffsetDateTimes("bound");
        UUID[] enders = row.getArrayOfUUIDs("enders");
        List<HeldBinding> bindings = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            bindings.add(new HeldBinding(
                    ids[i],
                    handles[i],
                    STATUSES.of(statuses[i]),
                    WAYS.of(ways[i]),
                    actors[i],
                    bound[i].toInstant(),
                    enders[i]));
        }
        return bindings;
    }

    private static List<Guardianship> guardians(Row row) {
        Long[] guardians = row.getArrayOfLongs("guardians");
        if (guardians == null) {
            return List.of();
        }
        Short[] kinds = row.getArrayOfShorts("kinds");
        Boolean[] multiples = row.getArrayOfBooleans("multiples");
        Boolean[] inForce = row.getArrayOfBooleans("in_force");
        Long[] sequences = row.getArrayOfLongs("sequences");
        List<Guardianship> known = new ArrayList<>(guardians.length);
        for (int i = 0; i < guardians.length; i++) {
            GuardianKind kind = GUARDIANS.of(kinds[i]);
            known.add(new Guardianship(guardians[i], kind, multiples[i], inForce[i], sequences[i]));
        }
        return known;
    }

    private static List<HeldAccount> accounts(Row row) {
        Buffer[] accounts = row.getArrayOfBuffers("accounts");
        if (accounts == null) {
            return List.of();
        }
        Buffer[] issuers = row.getArrayOfBuffers("issuers");
        Boolean[] linked = row.getArrayOfBooleans("linked");
        List<HeldAccount> held = new ArrayList<>(accounts.length);
        for (int i = 0; i < accounts.length; i++) {
            byte[] issuer = issuers[i] == null ? null : issuers[i].getBytes();
            held.add(new HeldAccount(new AccountName(accounts[i].getBytes(), issuer), linked[i]));
        }
        return held;
    }
}
