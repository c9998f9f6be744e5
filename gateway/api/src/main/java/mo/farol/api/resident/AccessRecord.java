package mo.farol.api.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who read what: field names, never values.
 *
 * @param id the reference: the receipt's id at the institution
 * @param kind {@code verification}, {@code operator_look_up} and their likes
 * @param at RFC 3339 with offset +08:00
 * @param staff the pseudonym of who asked
 * @param outcome {@code verified}, {@code check_manually} or {@code refused}
 * @param code why it was refused or is to be checked
 * @param tries how many tries this one record counts
 * @param leafHash base64url SHA-256 of the record's leaf in the public log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessRecord(
        UUID id,
        UUID eId,
        String kind,
        String at,
        String institution,
        String terminal,
        String purpose,
        @Nullable String place,
        @Nullable String lane,
        @Nullable String reason,
        @Nullable String staff,
        List<String> requested,
        List<String> released,
        String outcome,
        @Nullable String code,
        int tries,
        long policyVersion,
        String leafHash) {
    @Override
    public String toString() {
        return "AccessRecord[redacted]";
    }
}
