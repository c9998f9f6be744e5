package mo.farol.core.accesslog;

import java.time.Instant;
import java.util.UUID;
import mo.farol.core.policy.FieldSet;
import org.jspecify.annotations.Nullable;

/**
 * An access record as a receipt states it: never field values, never who the resident is.
 *
 * @param id the attempt id
 * @param at the database's time of the decision
 * @param institution the institution's public name
 * @param terminal the terminal's client id
 * @param purpose the purpose's name
 * @param policyVersion the grant's version it was decided on
 * @param released names of the fields that were released
 * @param outcome {@code verified}, {@code check_manually} or {@code refused}
 * @param code the refusal's or standing's code, null when verified
 * @param requestHash SHA-256 of the request body, 32 bytes
 * @param leafHash SHA-256(salt || record), 32 bytes: the record's leaf in the public log
 */
public record RecordedEntry(
        UUID id,
        Instant at,
        String institution,
        String terminal,
        String purpose,
        long policyVersion,
        FieldSet released,
        String outcome,
        @Nullable String code,
        byte[] requestHash,
        byte[] leafHash) {}
