package mo.farol.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import mo.farol.api.eid.EventReceipt;
import org.jspecify.annotations.Nullable;

/**
 * A problem in the form of RFC 9457 ({@code application/problem+json}).
 *
 * @param type a URI reference: the code's page in the published catalogue
 * @param title what is wrong, in the caller's language
 * @param status the HTTP status
 * @param detail what to do next, in the caller's language
 * @param code stable
 * @param fault who can put it right
 * @param help the help line
 * @param traceId quote this when asking for help: 32 hex digits, as in {@code traceparent}
 * @param event the recorded refusal, where there is one
 * @param receipt of a binding that was unbound before: the earlier receipt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        Fault fault,
        String help,
        @Nullable String traceId,
        @Nullable UUID event,
        @Nullable EventReceipt receipt) {
    /** The media type of this body. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
