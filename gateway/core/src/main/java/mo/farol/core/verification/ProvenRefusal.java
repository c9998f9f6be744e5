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
    private final Refusal refusal;
    private final OptionalLong ageAtFirst;
    private final long firstNanos;

    private int recordedTries = 1;
    private int unrecordedTries;
    private long firstUnrecordedNanos;
    private @Nullable Circumstances last;

    ProvenRefusal(RedemptionKey key, Refusal refusal, OptionalLong ageSeconds, long nowNanos) {
        this.key = key;
        this.refusal = refusal;
        this.ageAtFirst = ageSeconds;
        this.firstNanos = nowNanos;
    }

    RedemptionKey key() {
        return key;
    }

    Refusal refusal() {
        return refusal;
    }

    int recordedTries() {
        return recordedTries;
    }

    void recorded() {
        recordedTries++;
    }

    /** The age it was first refused with, and the time since. */
    OptionalLong ageSeconds(long nowNanos) {
        return ageAtFirst.isEmpty()
                ? ageAtFirst
                : OptionalLong.of(ageAtFirst.getAsLong() + TimeUnit.NANOSECONDS.toSeconds(nowNanos - firstNanos));
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
        Repeats repeats = new Repeats(key.bindingKeyId(), refusal, last, unrecordedTries);
        unrecordedTries = 0;
        last = null;
        return Optional.of(repeats);
    }

    boolean isOver(long nowNanos, Duration life) {
        return last == null && nowNanos - firstNanos > life.toNanos();
    }
}
