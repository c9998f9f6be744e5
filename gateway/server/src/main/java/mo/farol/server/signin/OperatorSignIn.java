package mo.farol.server.signin;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.core.binding.OperatorCaller;

/**
 * Lets a request through when its access token is an operator's, and gives the route its {@link SignedInOperator}; what
 * the operator's roles allow is for {@link RequiredRole}.
 */
public final class OperatorSignIn implements Handler<RoutingContext> {
    private final PersonCheck check;

    OperatorSignIn(PersonCheck check) {
        this.check = check;
    }

    @Override
    public void handle(RoutingContext ctx) {
        check.of(ctx.request())
                .onSuccess(checked -> {
                    operator(checked.token()).enter(ctx);
                    ctx.next();
                })
                .onFailure(why -> ctx.fail(PersonCheck.refusal(why)));
    }

    private static SignedInOperator operator(PersonToken token) {
        Set<OperatorRole> roles = Arrays.stream(OperatorRole.values())
                .filter(role -> token.roles().contains(role.label()))
                .collect(Collectors.toSet());
        return new SignedInOperator(new OperatorCaller(PersonDigest.operator(token)), roles);
    }
}
