package mo.farol.server.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.config.RateConfig;
import mo.farol.server.http.RequestRefused;

/**
 * A budget of requests for each terminal and for each institution on this node. Says where the terminal stands by the
 * {@code RateLimit} and {@code RateLimit-Policy} headers (draft-ietf-httpapi-ratelimit-headers-10).
 */
public final class RateLimits implements Handler<RoutingContext> {
    private static final int MOST_BUCKETS = 100_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final RateConfig perTerminal;
    private final RateConfig perInstitution;
    private final Cache<Long, Bucket> terminals = buckets();
    private final Cache<Long, Bucket> institutions = buckets();
    private final String policy;

    public RateLimits(LimitsConfig limits) {
        this.perTerminal = limits.perTerminal();
        this.perInstitution = limits.perInstitution();
        this.policy = policy("terminal", perTerminal) + ", " + policy("institution", perInstitution);
    }

    @Override
    public void handle(RoutingContext ctx) {
        TerminalIdentity terminal = SignedInTerminal.of(ctx);
        ConsumptionProbe own = take(terminals, terminal.terminal(), perTerminal);
        ConsumptionProbe shared = own.isConsumed() ? take(institutions, terminal.institution(), perInstitution) : own;
        ctx.response().putHeader("RateLimit-Policy", policy).putHeader("RateLimit", standing(own));
        if (shared.isConsumed()) {
            ctx.next();
        } else {
            Duration wait = Duration.ofNanos(shared.getNanosToWaitForRefill());
            ctx.fail(new RequestRefused(ProblemCode.TOO_MANY_REQUESTS, wait));
        }
    }

    private static ConsumptionProbe take(Cache<Long, Bucket> buckets, long id, RateConfig rate) {
        return buckets.get(id, fresh -> bucket(rate)).tryConsumeAndReturnRemaining(1);
    }

    private static Bucket bucket(RateConfig rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }

    private static Cache<Long, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    private static String policy(String name, RateConfig rate) {
        int window = Math.max(1, rate.burst() / rate.perSecond());
        return "\"" + name + "\";q=" + rate.burst() + ";w=" + window;
    }

    private static String standing(ConsumptionProbe probe) {
        long reset = Duration.ofNanos(probe.getNanosToWaitForReset()).toSeconds();
        return "\"terminal\";r=" + probe.getRemainingTokens() + ";t=" + reset;
    }
}
