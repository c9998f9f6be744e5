package mo.farol.server.signin;

import io.vertx.ext.web.RoutingContext;
import mo.farol.core.binding.Caller;

/** The resident whose access token came with the request. */
public record SignedInResident(Caller caller) {
    private static final String KEY = SignedInResident.class.getName();

    /** @throws IllegalStateException on a route that does not require a resident's token */
    public static SignedInResident of(RoutingContext ctx) {
        SignedInResident resident = ctx.get(KEY);
        if (resident == null) {
            throw new IllegalStateException("the route does not require a signed-in resident");
        }
        return resident;
    }

    public void enter(RoutingContext ctx) {
        ctx.put(KEY, this);
    }
}
