package mo.farol.core.verification;

import java.time.Duration;

/**
 * When a code may be accepted, by the database's clock: from {@code ahead} before its {@code iat} to {@code life} after
 * it, both ends included; for {@code late} more it may still match an earlier acceptance.
 */
public record CodeWindow(Duration ahead, Duration life, Duration late) {
    private static final Duration LONGEST = Duration.ofSeconds(600);

    public CodeWindow {
        if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a code lives 1 to 600 s, not " + life);
        }
        if (ahead.isNegative() || ahead.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a phone's clock may be 0 to 600 s ahead, not " + ahead);
        }
        if (late.isNegative() || late.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an honest retry may be 0 to 600 s late, not " + late);
        }
    }

    /** 15 s ahead, 45 s of life, 2 min for honest retries. */
    public static CodeWindow standard() {
        return new CodeWindow(Duration.ofSeconds(15), Duration.ofSeconds(45), Duration.ofMinutes(2));
    }

    /** @param ageMillis negative when the code is from the future */
    boolean isAhead(long ageMillis) {
        return -ageMillis > ahead.toMillis();
    }

    boolean isPast(long ageMillis) {
        return ageMillis > life.toMillis();
    }

    boolean isPastRetrying(long ageMillis) {
        return ageMillis > life.plus(late).toMillis();
    }
}
