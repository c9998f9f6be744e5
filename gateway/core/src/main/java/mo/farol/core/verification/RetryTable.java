package mo.farol.core.verification;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import mo.farol.core.policy.Grant;
import org.jspecify.annotations.Nullable;

/**
 * The Idempotency-Keys of the last two minutes on this node, and what became of their requests. Bounded: what a full
 * table pushes out, the oldest first, is decided again by the arbiter, which knows an honest retry by itself.
 *
 * <p>Safe for use by several threads.
 */
final class RetryTable {
    /** A key names one request of one terminal. */
    private record Key(long terminal, long high, long low) {
        static Key of(RetryKey retryKey) {
            ByteBuffer hash = ByteBuffer.wrap(retryKey.keyHash());
            return new Key(retryKey.terminal(), hash.getLong(), hash.getLong());
        }
    }

    /** What is known of a key: the request it came with, and, once settled, a refusal or an acceptance. */
    private record Entry(
            RetryKey request,
            CompletableFuture<Void> over,
            Optional<Outcome.Refused> refused,
            Optional<Grant> acceptedOn,
            long atNanos) {}

    private final int capacity;
    private final long lifeNanos;
    private final LongSupplier nanoTime;
    private final Map<Key, Entry> byKey = new LinkedHashMap<>();

    RetryTable(int capacity, Duration life, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.lifeNanos = life.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Decides whose turn it is. A {@link Turn.Yours} must be followed by {@link #settle}. */
    synchronized Turn enter(RetryKey request) {
        forgetOld();
        Entry known = byKey.get(Key.of(request));
        if (known == null) {
            return take(request, Optional.empty());
        }
        if (!known.request().equals(request)) {
            return new Turn.KeyReused();
        }
        if (!known.over().isDone()) {
            return new Turn.Busy(known.over());
        }
        return known.refused().isPresent()
                ? new Turn.Answered(again(known.refused().get()))
                : take(request, known.acceptedOn());
    }

    /** @param outcome null when there is none, because of a bug of ours */
    void settle(RetryKey request, Turn.Yours turn, @Nullable Outcome outcome) {
        enter(request, turn, outcome);
        // Whoever waits goes on in this very call, so not inside the lock that every other request needs.
        turn.over().complete(null);
    }

    private synchronized void enter(RetryKey request, Turn.Yours turn, @Nullable Outcome outcome) {
        Key key = Key.of(request);
        Entry known = byKey.get(key);
        if (known != null && known.over() == turn.over()) {
            // Out and in again, so that the entries stay in the order of their age.
            byKey.remove(key);
            byKey.put(key, settled(request, turn, outcome));
        }
    }

    private Entry settled(RetryKey request, Turn.Yours turn, @Nullable Outcome outcome) {
        Optional<Outcome.Refused> refused =
                outcome instanceof Outcome.Refused recorded ? Optional.of(recorded) : Optional.empty();
        Optional<Grant> acceptedOn = outcome instanceof Outcome.Verified verified
                ? Optional.of(verified.circumstances().grant())
                : turn.acceptedOn();
        return new Entry(request, turn.over(), refused, acceptedOn, nanoTime.getAsLong());
    }

    private Turn.Yours take(RetryKey request, Optional<Grant> acceptedOn) {
        Turn.Yours turn = new Turn.Yours(new CompletableFuture<>(), acceptedOn);
        Key key = Key.of(request);
        byKey.remove(key);
        byKey.put(key, new Entry(request, turn.over(), Optional.empty(), acceptedOn, nanoTime.getAsLong()));
        return turn;
    }

    private void forgetOld() {
        long now = nanoTime.getAsLong();
        Iterator<Entry> oldestFirst = byKey.values().iterator();
        while (oldestFirst.hasNext()) {
            boolean old = now - oldestFirst.next().atNanos() > lifeNanos;
            if (!old && byKey.size() < capacity) {
                return;
            }
            oldestFirst.remove();
        }
    }

    private static Outcome.Refused again(Outcome.Refused first) {
        return new Outcome.Refused(first.why(), first.entry(), true);
    }
}
