package mo.farol.api.eid;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Why something is done.
 *
 * @param reason a word of 1 to 64 characters of {@code a-z}, {@code 0-9} and {@code _}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonRequest(@Nullable String reason) {
    /** No reason given. */
    public static final ReasonRequest NONE = new ReasonRequest(null);
}
