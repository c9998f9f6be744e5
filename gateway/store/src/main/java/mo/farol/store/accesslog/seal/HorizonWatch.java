package mo.farol.store.accesslog.seal;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Notices a transaction that keeps records out of the log: it should be an alarm long before people ask for proofs. */
final class HorizonWatch {
    private static final Duration TOO_OLD = Duration.ofSeconds(2);
    private static final Duration SAY_AGAIN = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private String horizon = "";
    private long since;
    private long quietUntil;

    HorizonWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.quietUntil = nanoTime.getAsLong();
    }

    /** @return whether to raise the alarm now */
    boolean alarms(LogHead head) {
        long now = nanoTime.getAsLong();
        if (!head.horizon().equals(horizon)) {
            horizon = head.horizon();
            since = now;
        }
        boolean tooOld = head.held()
                && now - since > TOO_OLD.toNanos()
                && head.oldestMillis().orElse(0) > TOO_OLD.toMillis();
        if (!tooOld || now - quietUntil < 0) {
            return false;
        }
        quietUntil = now + SAY_AGAIN.toNanos();
        return true;
    }
}
