package mo.farol.core.binding;

import java.time.Instant;

/**
 * What a face-check provider stated and signed, its signature, issuer, audience and time checked.
 *
 * @param person the row of whose face was compared; 0 when the provider names nobody that is known
 * @param challenge the binding challenge it was made for
 * @param purpose what the check was asked for, {@code bind}
 * @param liveness 0 to 1
 * @param likeness 0 to 1
 * @param id issuer and jti, hashed: it may be used once
 */
public record FaceCheck(
        long person,
        java.util.UUID challenge,
        String purpose,
        double liveness,
        double likeness,
        byte[] id,
        Instant expires) {}
