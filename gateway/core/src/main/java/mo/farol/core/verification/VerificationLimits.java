package mo.farol.core.verification;

import java.time.Duration;

/**
 * How much of the recent past one node remembers.
 *
 * @param replays the most redeemed codes, 32 to 60 bytes each
 * @param replayLife how long a redeemed code is remembered
 * @param retries the most Idempotency-Keys, about 300 bytes each
 * @param retryLife how long an answer can be asked for again
 * @param provenTexts the most texts whose refusal is proven, about 600 bytes each
 * @param refusals how many refusals of genuine codes are put on record
 */
public record VerificationLimits(
        int replays, Duration replayLife, int retries, Duration retryLife, int provenTexts, RefusalRates refusals) {
    /** With the standard rates of refusals. */
    public VerificationLimits(int replays, Duration replayLife, int retries, Duration retryLife, int provenTexts) {
        this(replays, replayLife, retries, retryLife, provenTexts, RefusalRates.standard());
    }

    public VerificationLimits {
        if (replays < 1 || retries < 1 || provenTexts < 0) {
            throw new IllegalArgumentException("the tables need room for at least one entry");
        }
    }

    /** Room for some 5,000 verifications a second. */
    public static VerificationLimits standard() {
        return new VerificationLimits(1_000_000, Duration.ofSeconds(180), 131_072, Duration.ofMinutes(2), 16_384);
    }
}
