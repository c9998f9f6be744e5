package mo.farol.core.verification;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import mo.farol.core.accesslog.Circumstances;
import org.jspecify.annotations.Nullable;

/** One text's proven refusal: how often it was recorded, and the later tries that are only counted so far. */
final class ProvenRefusal {
    private final RedemptionKey key;
    private final Explanation atFirst;
    private final long firstNanos;

    private int recordedTries = 1;
    private int unrecordedTries;
    private long firstUnrecordedNanos;
    private @Nullable Circumstances last;

    ProvenRefusal(RedemptionKey key, Explanation why, long nowNanos) {
        this.key = key;
        this.atFirst = why;
        this.firstNanos = nowNanos;
    }

    RedemptionKey key() {
        return key;
    }

    Refusal refusal() {
        return atFirst.refusal();
    }

    int recordedTries() {
        return recordedTries;
    }

    void recorded() {
        recordedTries++;
    }

    /** As it was first explained, the code having aged since. */
    Explanation why(long nowNanos) {
        if (atFirst.ageSeconds().isEmpty()) {
            return atFirst;
        }
        long age = atFirst.ageSeconds().getAsLong() + TimeUnit.NANOSECONDS.toSeconds(nowNanos - firstNanos);
        return new Explanation(atFirst.refusal(), OptionalLong.of(age), atFirst.accepted());
    }

    void countUnrecorded(Circumstances circumstances, long nowNanos) {
        if (unrecordedTries == 0) {
            firstUnrecordedNanos = nowNanos;
        }
        unrecordedTries++;
        last = circumstances;
    }

    Optional<Repeats> takeCount(long nowNanos, Duration atLeast) {
        if (last == null || nowNanos - firstUnrecordedNanos < atLeast.toNanos()) {
            return Optional.empty();
        }
        Repeats repeats = new Repeats(key.bindingKeyId(), atFirst.refusal(), last, unrecordedTries);
        unrecordedTries = 0;
        last = null;
        return Optional.of(repeats);
    }

    /** Whether tries were counted that are on no record yet: such an entry must not be forgotten. */
    boolean holdsCount() {
        return last != null;
    }

    boolean isOver(long nowNanos, Duration life) {
        return !holdsCount() && nowNanos - firstNanos > life.toNanos();
    }
}
