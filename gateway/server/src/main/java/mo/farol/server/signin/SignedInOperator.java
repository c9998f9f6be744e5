package mo.farol.server.signin;

import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import mo.farol.core.binding.OperatorCaller;

/** The operator whose access token came with the request. */
public record SignedInOperator(OperatorCaller caller, Set<OperatorRole> roles) {
    private static final String KEY = SignedInOperator.class.getName();

    public SignedInOperator {
        roles = Set.copyOf(roles);
    }

    /** @throws IllegalStateException on a route that does not require an operator's token */
    public static SignedInOperator of(RoutingContext ctx) {
        SignedInOperator operator = ctx.get(KEY);
        if (operator == null) {
            throw new IllegalStateException("the route does not require a signed-in operator");
        }
        return operator;
    }

    public void enter(RoutingContext ctx) {
        ctx.put(KEY, this);
    }
}
