package mo.farol.core.verification;

import java.util.function.Supplier;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.policy.PolicyCatalogue;
import mo.farol.core.policy.SharedLookUps;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.KeyRing;

/**
 * What a verification asks of the world around it.
 *
 * @param keyRing the keys that open codes, as they are now; asked once for each code
 */
public record VerificationPorts(
        Crypto crypto,
        Supplier<KeyRing> keyRing,
        PolicyCatalogue policies,
        PublicKeys publicKeys,
        DatabaseTime time,
        Arbiter arbiter,
        AccessLog accessLog,
        Announcements announcements) {
    VerificationPorts withSharedLookUps() {
        return new VerificationPorts(
                crypto, keyRing, new SharedLookUps(policies), publicKeys, time, arbiter, accessLog, announcements);
    }
}
