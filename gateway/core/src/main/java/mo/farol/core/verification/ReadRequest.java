package mo.farol.core.verification;

import java.util.UUID;

/**
 * After step 1: a request with what identifies this attempt, the same through every resend.
 *
 * @param attempt a UUIDv7
 * @param salt 32 random bytes that will hide the access record behind its public hash
 */
record ReadRequest(VerificationRequest request, UUID attempt, byte[] salt, RetryKey retryKey) {}
