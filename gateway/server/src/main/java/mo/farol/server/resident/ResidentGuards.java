package mo.farol.server.resident;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import mo.farol.server.http.JsonBodies;
import mo.farol.server.http.Routes;

/**
 * What stands before every operation under {@code /resident/v1/}: a resident's access token, then the resident's budget,
 * then the body's type.
 *
 * @param signIn gives the routes their {@link mo.farol.server.signin.SignedInResident}, or fails
 * @param limits takes one request from the resident's budget
 */
record ResidentGuards(Handler<RoutingContext> signIn, Handler<RoutingContext> limits) implements Routes {
    private static final String ALL = "/resident/v1/*";

    @Override
    public void mount(Router router) {
        router.route(ALL).handler(signIn);
        router.route(ALL).handler(limits);
        router.route(ALL).handler(JsonBodies.orNone());
    }
}
