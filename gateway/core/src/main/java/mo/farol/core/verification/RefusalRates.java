package mo.farol.core.verification;

import java.time.Duration;

/**
 * How many refusals of genuine codes one node puts on record.
 *
 * @param perBinding at once
 * @param bindingRefill the time in which a binding earns one more
 * @param perTerminal at once
 * @param terminalRefill the time in which a terminal earns one more
 */
public record RefusalRates(int perBinding, Duration bindingRefill, int perTerminal, Duration terminalRefill) {
    public RefusalRates {
        if (perBinding < 1 || perTerminal < 1 || !bindingRefill.isPositive() || !terminalRefill.isPositive()) {
            throw new IllegalArgumentException("a budget holds at least one refusal, and is refilled");
        }
    }

    /** A minute's worth of a phone that shows a new code every second, and a bad day at a busy counter. */
    public static RefusalRates standard() {
        return new RefusalRates(60, Duration.ofSeconds(1), 1_000, Duration.ofMillis(100));
    }
}
