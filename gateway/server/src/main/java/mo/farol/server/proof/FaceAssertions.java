package mo.farol.server.proof;

import io.vertx.core.Future;
import mo.farol.core.binding.FaceCheck;

/** Reads what a face-check provider signed. */
@FunctionalInterface
public interface FaceAssertions {
    /**
     * @return fails with {@link ProofRefused}, or with {@code ArbiterUnreachable} when the database's time, the provider's
     *     keys or the person cannot be had, or no provider is configured
     */
    Future<FaceCheck> read(String compactJws);
}
