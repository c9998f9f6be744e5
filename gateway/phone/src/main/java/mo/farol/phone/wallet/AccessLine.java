package mo.farol.phone.wallet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who read what: field names, never values.
 *
 * @param kind such as {@code verification} or {@code operator_look_up}
 * @param staff the pseudonym of who asked
 * @param code why it was refused or is to be checked, null when verified
 */
public record AccessLine(
        UUID id,
        @JsonProperty("e_id") UUID eid,
        String kind,
        String at,
        String institution,
        String terminal,
        String purpose,
        @Nullable String place,
        @Nullable String reason,
        @Nullable String staff,
        List<String> requested,
        List<String> released,
        String outcome,
        @Nullable String code,
        int tries) {}
