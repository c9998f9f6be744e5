package mo.farol.core.verification;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/** Step 1: gives the request its attempt id, its salt and the key by which an honest retry is known. */
final class ReadStep {
    private static final int SALT_LENGTH = 32;

    private final AttemptIds attemptIds;
    private final RandomGenerator random;

    ReadStep(AttemptIds attemptIds, RandomGenerator random) {
        this.attemptIds = attemptIds;
        this.random = random;
    }

    ReadRequest apply(VerificationRequest request) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        byte[] keyHash = Sha256.of(request.idempotencyKey().getBytes(StandardCharsets.UTF_8));
        RetryKey retryKey = new RetryKey(request.terminal().terminal(), keyHash, request.bodyHash());
        return new ReadRequest(request, attemptIds.next(), salt, retryKey);
    }
}
