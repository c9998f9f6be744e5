package mo.farol.chaos.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was said to a question.
 *
 * @param why the refusal's or problem's code; for {@link Said#BROKEN} what broke
 * @param receipt the receipt's id
 * @param released by field name the first 16 bytes of the value's SHA-256, in hex; never a value
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Answer(
        Said said, @Nullable String why, @Nullable String receipt, Map<String, String> released) {
    private static final Set<String> NO_CONNECTION = Set.of("ConnectException", "HttpConnectTimeoutException");

    @SuppressWarnings("RedundantNullCheck") // a written line leaves an empty map out
    public Answer {
        released = released == null ? Map.of() : Map.copyOf(released);
    }

    /** Without a receipt or fields. */
    public static Answer of(Said said, @Nullable String why) {
        return new Answer(said, why, null, Map.of());
    }

    /** The connection was not made. */
    public boolean neverSent() {
        return said == Said.BROKEN && NO_CONNECTION.contains(String.valueOf(why));
    }

    public boolean accepted() {
        return said == Said.ACCEPTED;
    }
}
