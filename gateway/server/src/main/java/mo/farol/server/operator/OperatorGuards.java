package mo.farol.server.operator;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import mo.farol.server.http.JsonBodies;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.OperatorRole;
import mo.farol.server.signin.RequiredRole;

/**
 * What stands before every operation under {@code /operator/v1/}: an operator's access token, then the operator's budget,
 * then the body's type. Each operation has its role besides.
 *
 * @param signIn gives the routes their {@link mo.farol.server.signin.SignedInOperator}, or fails
 * @param limits takes one request from the operator's budget
 */
record OperatorGuards(Handler<RoutingContext> signIn, Handler<RoutingContext> limits) implements Routes {
    static final Handler<RoutingContext> COUNTER = RequiredRole.anyOf(OperatorRole.COUNTER_OFFICER);
    static final Handler<RoutingContext> REGISTRY = RequiredRole.anyOf(OperatorRole.REGISTRY_OFFICER);
    static final Handler<RoutingContext> READER =
            RequiredRole.anyOf(OperatorRole.REGISTRY_OFFICER, OperatorRole.AUDITOR);

    static final Handler<RoutingContext> AUDITOR = RequiredRole.anyOf(OperatorRole.AUDITOR);

    private static final String ALL = "/operator/v1/*";

    @Override
    public void mount(Router router) {
        router.route(ALL).handler(signIn);
        router.route(ALL).handler(limits);
        router.route(ALL).handler(JsonBodies.orNone());
    }
}
