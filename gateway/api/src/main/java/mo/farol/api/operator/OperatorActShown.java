package mo.farol.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did.
 *
 * @param at RFC 3339 with offset +08:00
 * @param operator pseudonym
 * @param object the terminal's, institution's or means' name
 * @param institution whose terminal it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperatorActShown(
        long id,
        String at,
        String operator,
        String act,
        @Nullable String object,
        @Nullable String institution) {}
