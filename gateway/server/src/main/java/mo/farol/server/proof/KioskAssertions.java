package mo.farol.server.proof;

import io.vertx.core.Future;
import mo.farol.core.binding.KioskCheck;

/** Reads what a kiosk signed. */
@FunctionalInterface
public interface KioskAssertions {
    /**
     * @param kiosk the client id of the terminal that sends it
     * @param number the eight digits that were typed
     * @return fails with {@link ProofRefused}, or with {@code ArbiterUnreachable} when the database's time, the provider's
     *     keys or the person cannot be had, or no provider is configured
     */
    Future<KioskCheck> read(String compactJws, String kiosk, String number);
}
