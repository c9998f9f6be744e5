package mo.farol.server.limits;

import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Function;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.config.LimitsConfig;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.signin.SignedInOperator;
import mo.farol.server.signin.SignedInResident;

/** A budget of requests for each signed-in person on this node, said by the headers that {@link RateLimits} says it by. */
public final class PersonLimits implements Handler<RoutingContext> {
    private final Buckets<Object> buckets;
    private final Function<RoutingContext, Object> who;

    private PersonLimits(Buckets<Object> buckets, Function<RoutingContext, Object> who) {
        this.buckets = buckets;
        this.who = who;
    }

    /** However many accounts and sessions a resident has, the budget is one. */
    public static PersonLimits ofResidents(LimitsConfig limits) {
        return new PersonLimits(
                new Buckets<>("account", limits.perAccount()),
                ctx -> SignedInResident.of(ctx).caller().resident());
    }

    public static PersonLimits ofOperators(LimitsConfig limits) {
        return new PersonLimits(
                new Buckets<>("operator", limits.perOperator()),
                ctx -> SignedInOperator.of(ctx).caller().pseudonym());
    }

    @Override
    public void handle(RoutingContext ctx) {
        ConsumptionProbe probe = buckets.take(who.apply(ctx));
        ctx.response().putHeader("RateLimit-Policy", buckets.policy()).putHeader("RateLimit", buckets.standing(probe));
        if (probe.isConsumed()) {
            ctx.next();
        } else {
            Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill());
            ctx.fail(new RequestRefused(ProblemCode.TOO_MANY_REQUESTS, wait));
        }
    }
}
