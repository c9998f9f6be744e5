package mo.farol.server.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import mo.farol.server.config.RateConfig;

/** A token bucket for each caller of one kind. Who is not heard of for ten minutes is forgotten, with a full bucket. */
final class Buckets<K> {
    private static final int MOST_BUCKETS = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final String name;
    private final RateConfig rate;
    private final Cache<K, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build();

    /** @param name as the {@code RateLimit} headers have it */
    Buckets(String name, RateConfig rate) {
        this.name = name;
        this.rate = rate;
    }

    ConsumptionProbe take(K caller) {
        return buckets.get(caller, fresh -> bucket()).tryConsumeAndReturnRemaining(1);
    }

    void giveBack(K caller) {
        buckets.get(caller, fresh -> bucket()).addTokens(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    /** An item of {@code RateLimit-Policy}. */
    String policy() {
        int window = Math.max(1, rate.burst() / rate.perSecond());
        return "\"" + name + "\";q=" + rate.burst() + ";w=" + window;
    }

    /** {@code RateLimit}. */
    String standing(ConsumptionProbe probe) {
        long reset = Duration.ofNanos(probe.getNanosToWaitForReset()).toSeconds();
        return "\"" + name + "\";r=" + probe.getRemainingTokens() + ";t=" + reset;
    }
}
