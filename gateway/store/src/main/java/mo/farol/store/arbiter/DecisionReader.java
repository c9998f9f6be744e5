package mo.farol.store.arbiter;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.terminal.Standing;
import mo.farol.core.verification.Decision;
import mo.farol.core.verification.FieldValues;
import mo.farol.core.verification.ManualCheck;
import mo.farol.core.verification.Refusal;
import mo.farol.store.accesslog.OutcomeNumbers;
import mo.farol.store.atrest.Opening;
import org.jspecify.annotations.Nullable;

/** Reads one row of the arbiter's statements as the decision about the one request whose attempt it names. */
final class DecisionReader {
    /** Verdicts below zero are no decision yet; the numbers are those of the SQL files. */
    static final int RETRY = -2;

    private static final int DECIDE_AGAIN = -1;
    private static final @Nullable Field[] BY_BIT = byBit();

    private final Opening opening;

    DecisionReader(Opening opening) {
        this.opening = opening;
    }

    Decision read(Row row, Circumstances asked) {
        int verdict = row.getInteger("verdict");
        if (verdict < 0) {
            return verdict == DECIDE_AGAIN ? new Decision.DecideAgain() : new Decision.Unavailable();
        }
        RecordedEntry entry = entry(row, asked);
        int why = row.getInteger("why");
        if (row.getInteger("outcome") == OutcomeNumbers.REFUSED) {
            return why < OutcomeNumbers.FIRST_STANDING
                    ? new Decision.Refused(entry, Refusal.of(why))
                    : new Decision.NotAllowed(entry, Standing.of(why));
        }
        Optional<ManualCheck> check = why == 0 ? Optional.empty() : Optional.of(ManualCheck.of(why));
        FieldValues values = values(row);
        return entry.id().equals(asked.attempt())
                ? new Decision.Accepted(entry, values, check)
                : new Decision.AcceptedBefore(entry, values, check);
    }

    private static RecordedEntry entry(Row row, Circumstances asked) {
        int outcome = row.getInteger("outcome");
        return new RecordedEntry(
                row.getUUID("id"),
                row.get(OffsetDateTime.class, "at").toInstant(),
                row.getString("institution_name"),
                asked.terminal().name(),
                asked.grant().purpose().name(),
                row.getLong("policy_version"),
                new FieldSet(row.getInteger("released")),
                OutcomeNumbers.wireName(outcome),
                OutcomeNumbers.code(row.getInteger("why")),
                asked.retryKey().requestHash(),
                row.getBuffer("leaf").getBytes());
    }

    private FieldValues values(Row row) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Long resident = row.getLong("resident");
        Buffer wrappedKey = row.getBuffer("wrapped_key");
        Short[] fields = row.getArrayOfShorts("fields");
        if (wrappedKey != null && fields != null) {
            Buffer[] sealed = row.getArrayOfBuffers("sealed");
            for (int i = 0; i < fields.length; i++) {
                Field field = fields[i] < BY_BIT.length ? BY_BIT[fields[i]] : null;
                if (field == null) {
                    // A newer version's field, in the middle of an upgrade: this one cannot name it.
                    continue;
                }
                opening.field(resident, wrappedKey.getBytes(), field, sealed[i].getBytes())
                        .ifPresent(value -> values.put(field, value));
            }
        }
        Buffer secret = row.getBuffer("pairwise_secret");
        if (secret != null) {
            opening.handle(resident, row.getLong("institution"), secret.getBytes())
                    .ifPresent(handle -> values.put(Field.HANDLE, handle));
        }
        return new FieldValues(values);
    }

    private static @Nullable Field[] byBit() {
        @Nullable Field[] fields = new Field[Integer.SIZE];
        Arrays.stream(Field.values()).forEach(field -> fields[field.bit()] = field);
        return fields;
    }
}
