package mo.farol.core.verification;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many refusals of genuine codes may be put on record, for one binding and at one terminal: each is a durable write,
 * and who holds a phone can make codes without end that are genuine and good for nothing. A binding that has spent its
 * budget waits; a terminal that has is told to wait only with a code that would be refused.
 *
 * <p>Safe for use by several threads.
 */
final class RefusalBudget {
    private static final int MOST_BINDINGS = 100_000;
    private static final int MOST_TERMINALS = 20_000;

    private final Buckets bindings;
    private final Buckets terminals;
    private final LongSupplier nanoTime;

    RefusalBudget(RefusalRates rates, LongSupplier nanoTime) {
        this.bindings = new Buckets(rates.perBinding(), rates.bindingRefill(), MOST_BINDINGS);
        this.terminals = new Buckets(rates.perTerminal(), rates.terminalRefill(), MOST_TERMINALS);
        this.nanoTime = nanoTime;
    }

    /** Lets a code go on unless its binding has spent its budget. */
    synchronized GenuineRequest requireRoom(GenuineRequest request) {
        long now = nanoTime.getAsLong();
        if (bindings.isEmpty(binding(request), now)) {
            throw new Ended.With(new Outcome.TooMany(bindings.refill));
        }
        return request;
    }

    /**
     * Takes a refusal that is to go on record from both budgets.
     *
     * @return false when its terminal has spent its own
     */
    synchronized boolean takeAtTerminal(GenuineRequest request) {
        if (terminals.isEmpty(terminal(request), nanoTime.getAsLong())) {
            return false;
        }
        spend(request);
        return true;
    }

    /** A refusal went on record. */
    synchronized void spend(GenuineRequest request) {
        long now = nanoTime.getAsLong();
        bindings.take(binding(request), now);
        terminals.take(terminal(request), now);
    }

    private static long binding(GenuineRequest request) {
        return request.key().bindingKeyId().value();
    }

    private static long terminal(GenuineRequest request) {
        return request.allowed().request().terminal().terminal();
    }

    /** Token buckets by number. Who is not heard of for the longest is forgotten first, with a full bucket. */
    private static final class Buckets {
        private final int burst;
        private final Duration refill;
        private final Map<Long, Bucket> byNumber;

        Buckets(int burst, Duration refill, int most) {
            this.burst = burst;
            this.refill = refill;
            this.byNumber = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Bucket> eldest) {
                    return size() > most;
                }
            };
        }

        boolean isEmpty(long number, long now) {
            Bucket bucket = byNumber.get(number);
            return bucket != null && bucket.fill(now, burst, refill.toNanos()) == 0;
        }

        void take(long number, long now) {
            Bucket bucket = byNumber.computeIfAbsent(number, fresh -> new Bucket(burst, now));
            if (bucket.fill(now, burst, refill.toNanos()) > 0) {
                bucket.tokens--;
            }
        }
    }

    private static final class Bucket {
        private int tokens;
        private long filledAt;

        Bucket(int tokens, long now) {
            this.tokens = tokens;
            this.filledAt = now;
        }

        int fill(long now, int burst, long nanosPerToken) {
            long due = (now - filledAt) / nanosPerToken;
            tokens = (int) Math.min(burst, tokens + due);
            filledAt += due * nanosPerToken;
            return tokens;
        }
    }
}
