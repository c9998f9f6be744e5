package mo.farol.server.signin;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.Set;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.http.RequestRefused;

/** Lets a signed-in operator through who has one of these roles, and answers others 403 {@code role_required}. */
public final class RequiredRole implements Handler<RoutingContext> {
    private final Set<OperatorRole> roles;

    private RequiredRole(Set<OperatorRole> roles) {
        this.roles = roles;
    }

    public static RequiredRole anyOf(OperatorRole... roles) {
        return new RequiredRole(Set.of(roles));
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (Collections.disjoint(SignedInOperator.of(ctx).roles(), roles)) {
            ctx.fail(new RequestRefused(ProblemCode.ROLE_REQUIRED));
        } else {
            ctx.next();
        }
    }
}
