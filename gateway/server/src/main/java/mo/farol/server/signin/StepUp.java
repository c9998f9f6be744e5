package mo.farol.server.signin;

import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.config.StepUpConfig;
import mo.farol.server.http.RequestRefused;

/**
 * How strong and fresh a resident's sign-in must be for bind, unbind and resume (RFC 9470). The gateway alone judges it;
 * the sign-in provider does it.
 */
public final class StepUp {
    private static final String KEY = StepUp.class.getName();

    private final Set<String> acrValues;
    private final int maxAgeSeconds;
    private final String challenge;

    StepUp(StepUpConfig config) {
        this.acrValues = Set.copyOf(config.acrValues());
        this.maxAgeSeconds = config.maxAgeSeconds();
        this.challenge = "Bearer error=\"insufficient_user_authentication\", acr_values=\""
                + String.join(" ", config.acrValues()) + "\", max_age=" + maxAgeSeconds;
    }

    /** A time that is ahead of the database's by more than clocks differ proves no fresh sign-in. */
    boolean isMetBy(PersonToken token, long nowSeconds) {
        if (token.acr().filter(acrValues::contains).isEmpty()
                || token.authTime().isEmpty()) {
            return false;
        }
        long age = nowSeconds - token.authTime().getAsLong();
        return age <= maxAgeSeconds && age >= -TokenRules.CLOCK_TOLERANCE_SECONDS;
    }

    void enter(RoutingContext ctx) {
        ctx.put(KEY, this);
    }

    /**
     * Fails a resident's request with 401 {@code insufficient_user_authentication}, and says by {@code WWW-Authenticate}
     * what the caller must ask the resident's own provider for (RFC 9470, 3).
     *
     * @throws IllegalStateException on a route that does not require a resident's token
     */
    public static void needed(RoutingContext ctx) {
        StepUp stepUp = ctx.get(KEY);
        if (stepUp == null) {
            throw new IllegalStateException("the route does not require a signed-in resident");
        }
        ctx.fail(new RequestRefused(ProblemCode.INSUFFICIENT_USER_AUTHENTICATION, stepUp.challenge));
    }
}
