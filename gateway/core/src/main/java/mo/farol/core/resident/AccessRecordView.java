package mo.farol.core.resident;

import java.time.Instant;
import java.util.UUID;
import mo.farol.core.accesslog.RecordKind;
import mo.farol.core.policy.FieldSet;
import org.jspecify.annotations.Nullable;

/**
 * Who read what, as the resident sees it: field names, never values.
 *
 * @param id the reference: the receipt's id at the institution
 * @param eid the handle of the e-ID that was read
 * @param institution its public name; of an operator look-up the bureau's
 * @param staff the pseudonym of who asked
 * @param tries how many refused tries this one record counts
 * @param code why it was refused or is to be checked; null when verified
 */
public record AccessRecordView(
        UUID id,
        UUID eid,
        RecordKind kind,
        Instant at,
        String institution,
        String terminal,
        String purpose,
        @Nullable String place,
        @Nullable String lane,
        @Nullable String reason,
        @Nullable String staff,
        FieldSet requested,
        FieldSet released,
        String outcome,
        @Nullable String code,
        int tries,
        long policyVersion,
        byte[] leafHash) {}
