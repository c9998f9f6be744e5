package mo.farol.core.terminal;

import io.vertx.core.Future;
import java.time.Instant;

/** Makes each client assertion usable once in the whole cluster (RFC 7523, 3, item 7). */
public interface AssertionJtis {
    /**
     * Uses this assertion up.
     *
     * @param client the client id that the assertion was signed by
     * @param jti the assertion's id
     * @param expiry the assertion's {@code exp}: remembered at least until then
     * @return true for the first use only; fails when that is not known, and then the assertion must be refused
     */
    Future<Boolean> firstUse(String client, String jti, Instant expiry);
}
