package mo.farol.server.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where people sign in: OpenID Connect providers whose access tokens the resident and the operator API take.
 *
 * @param residents none: nobody can use the resident API
 * @param operators none: nobody can use the operator API
 * @param rootCertificate PEM of the CAs that providers' certificates must chain to; absent: the JDK's own list
 * @param keyRefreshSeconds providers' keys are read anew that often, so a withdrawn one verifies nothing for longer
 * @param keyLongestAgeSeconds without a successful reading for that long, a provider's tokens are no longer judged
 * @param startWaitSeconds how long a starting gateway waits for a provider's keys before it gives up
 */
public record SignInConfig(
        List<ResidentProvider> residents,
        List<OperatorProvider> operators,
        @Nullable Path rootCertificate,
        int keyRefreshSeconds,
        int keyLongestAgeSeconds,
        int startWaitSeconds) {
    /** Nobody signs in. */
    public static final SignInConfig DEFAULTS = new SignInConfig(List.of(), List.of(), null, 300, 21_600, 30);

    public SignInConfig {
        residents = List.copyOf(residents);
        operators = List.copyOf(operators);
    }
}
