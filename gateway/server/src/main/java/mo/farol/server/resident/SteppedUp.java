package mo.farol.server.resident;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import mo.farol.server.signin.SignedInResident;

/**
 * Lets only residents through whose sign-in is strong and fresh. It is judged before anything else about the request, so
 * that a weak sign-in learns nothing.
 *
 * @param needed answers everybody else what to ask their sign-in provider for (RFC 9470)
 */
record SteppedUp(Handler<RoutingContext> needed) implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext ctx) {
        if (SignedInResident.of(ctx).caller().steppedUp()) {
            ctx.next();
        } else {
            needed.handle(ctx);
        }
    }
}
