package mo.farol.server.limits;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.http.RequestRefused;

/**
 * A budget of requests for each terminal and for each institution on this node. Says where the terminal stands by the
 * {@code RateLimit} and {@code RateLimit-Policy} headers (draft-ietf-httpapi-ratelimit-headers-10).
 */
public final class RateLimits implements Handler<RoutingContext> {
    private final Buckets<Long> terminals;
    private final Buckets<Long> institutions;
    private final String policy;

    public RateLimits(LimitsConfig limits) {
        this.terminals = new Buckets<>("terminal", limits.perTerminal());
        this.institutions = new Buckets<>("institution", limits.perInstitution());
        this.policy = terminals.policy() + ", " + institutions.policy();
    }

    @Override
    public void handle(RoutingContext ctx) {
        TerminalIdentity terminal = SignedInTerminal.of(ctx);
        ConsumptionProbe own = terminals.take(terminal.terminal());
        ConsumptionProbe shared = own.isConsumed() ? institutions.take(terminal.institution()) : own;
        ctx.response().putHeader("RateLimit-Policy", policy).putHeader("RateLimit", terminals.standing(own));
        if (shared.isConsumed()) {
            ctx.next();
        } else {
            Duration wait = Duration.ofNanos(shared.getNanosToWaitForRefill());
            ctx.fail(new RequestRefused(ProblemCode.TOO_MANY_REQUESTS, wait));
        }
    }
}
