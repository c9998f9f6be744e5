package mo.farol.simulation.postgres;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import mo.farol.core.verification.RedemptionKey;

/**
 * A row of {@code redemption}.
 *
 * @param unique what the unique index is on: the key itself, unless a bug is planted
 * @param voided claimed to settle an unknown outcome, so that nobody is ever accepted on it
 */
public record RedemptionRow(
        Object unique,
        RedemptionKey key,
        UUID attempt,
        long terminal,
        Buffer retryKeyHash,
        Buffer requestHash,
        boolean voided) {
    boolean isNewerThan(RedemptionKey other) {
        int byIat = Long.compare(key.iat(), other.iat());
        return byIat > 0 || byIat == 0 && key.cti().compareTo(other.cti()) > 0;
    }
}
