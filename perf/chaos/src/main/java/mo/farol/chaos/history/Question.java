package mo.farol.chaos.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param node the gateway it is sent to; 0: any, or the database itself
 * @param code for a verification
 * @param subject of an act: a binding key id, a terminal, an institution, {@code institution/purpose} or a {@code jti}; of a
 *     verification the challenge that its code answers, 32 hex digits
 * @param from who asks in a verification
 * @param key its Idempotency-Key
 * @param request SHA-256 of its body, hex
 * @param asked names of the fields asked for; null: all that is granted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
        Act act,
        int node,
        @Nullable CodeId code,
        @Nullable String subject,
        @Nullable From from,
        @Nullable String key,
        @Nullable String request,
        @Nullable List<String> asked) {
    /** @param terminal a client id */
    public record From(String terminal, String institution, String purpose) {}

    /** An act that is no verification. */
    public static Question about(Act act, int node, String subject) {
        return new Question(act, node, null, subject, null, null, null, null);
    }

    /** The same at another gateway, as another act. */
    public Question again(Act as, int at) {
        return new Question(as, at, code, subject, from, key, request, asked);
    }
}
