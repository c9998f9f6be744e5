package mo.farol.api.problem;

import java.util.UUID;
import mo.farol.api.eid.EventReceipt;
import org.jspecify.annotations.Nullable;

/**
 * Extension members (RFC 9457, 3.2) that only some problems have.
 *
 * @param event the recorded refusal
 * @param receipt of a binding that was unbound before: the earlier receipt
 */
public record ProblemDetails(@Nullable UUID event, @Nullable EventReceipt receipt) {
    public static final ProblemDetails NONE = new ProblemDetails(null, null);

    /** Of a refusal that was recorded. */
    public static ProblemDetails ofEvent(UUID event) {
        return new ProblemDetails(event, null);
    }
}
