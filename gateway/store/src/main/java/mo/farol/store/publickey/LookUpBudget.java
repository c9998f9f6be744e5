package mo.farol.store.publickey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What one terminal may spend on codes that are not genuine. A look-up of a key takes a token, given back when the code
 * proves genuine, so an honest terminal never runs out and a flood of random key ids or signatures costs a trickle.
 */
final class LookUpBudget {
    private static final int BURST = 1024;
    private static final long NANOS_PER_TOKEN = Duration.ofMillis(50).toNanos();
    private static final int MOST_TERMINALS = 100_000;

    private final LongSupplier nanoTime;
    private final Cache<Long, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_TERMINALS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    LookUpBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @return false when the terminal has to wait */
    boolean take(long terminal) {
        return buckets.get(terminal, fresh -> new Bucket(nanoTime.getAsLong())).take(nanoTime.getAsLong());
    }

    void giveBack(long terminal) {
        Bucket bucket = buckets.getIfPresent(terminal);
        if (bucket != null) {
            bucket.giveBack();
        }
    }

    private static final class Bucket {
        private int tokens = BURST;
        private long filledAt;

        Bucket(long now) {
            this.filledAt = now;
        }

        synchronized boolean take(long now) {
            long due = (now - filledAt) / NANOS_PER_TOKEN;
            tokens = (int) Math.min(BURST, tokens + due);
            filledAt += due * NANOS_PER_TOKEN;
            if (tokens == 0) {
                return false;
            }
            tokens--;
            return true;
        }

        synchronized void giveBack() {
            tokens = Math.min(BURST, tokens + 1);
        }
    }
}
