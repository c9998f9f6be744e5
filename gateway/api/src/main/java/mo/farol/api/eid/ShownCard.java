package mo.farol.api.eid;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The card behind an e-ID.
 *
 * @param status {@code in_force}, {@code cancelled}, {@code reported_found} or {@code reported_lost}
 * @param expires its last day, {@code 2031-04-30}; absent for a card that never expires
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShownCard(String status, @Nullable String expires) {}
