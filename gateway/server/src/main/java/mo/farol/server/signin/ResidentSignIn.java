package mo.farol.server.signin;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Channel;
import mo.farol.core.resident.Accounts;
import mo.farol.server.config.ResidentClient;
import mo.farol.server.config.ResidentProvider;
import mo.farol.server.http.RequestRefused;

/**
 * Lets a request through when its access token is a resident's, and gives the route its {@link SignedInResident}. Needs a
 * request whose body, if any, has been read.
 */
public final class ResidentSignIn implements Handler<RoutingContext> {
    private final PersonCheck check;
    private final Accounts accounts;
    private final Map<String, Terms> terms = new HashMap<>();

    ResidentSignIn(PersonCheck check, Accounts accounts, Iterable<ResidentProvider> providers) {
        this.check = check;
        this.accounts = accounts;
        providers.forEach(provider -> terms.put(provider.provider().issuer(), Terms.of(provider)));
    }

    /**
     * What follows from a token of one issuer.
     *
     * @param channels by client
     */
    private record Terms(Map<String, Channel> channels, StepUp stepUp) {
        static Terms of(ResidentProvider provider) {
            Map<String, Channel> channels = new HashMap<>();
            for (ResidentClient client : provider.clients()) {
                channels.put(client.azp(), client.channel());
            }
            return new Terms(Map.copyOf(channels), new StepUp(provider.stepUp()));
        }
    }

    @Override
    public void handle(RoutingContext ctx) {
        check.of(ctx.request())
                .compose(checked -> resident(ctx, checked))
                .onSuccess(resident -> {
                    resident.enter(ctx);
                    ctx.next();
                })
                .onFailure(why -> ctx.fail(PersonCheck.refusal(why)));
    }

    private Future<SignedInResident> resident(RoutingContext ctx, PersonCheck.Checked checked) {
        PersonToken token = checked.token();
        Terms own = Objects.requireNonNull(terms.get(token.issuer()), "tokens come of configured issuers only");
        own.stepUp().enter(ctx);
        return accounts.residentOf(token.issuer(), token.subject())
                .compose(ResidentSignIn::linked)
                .map(row -> new SignedInResident(new Caller(
                        row,
                        PersonDigest.session(token),
                        Objects.requireNonNull(own.channels().get(token.client()), "only listed clients get here"),
                        own.stepUp().isMetBy(token, checked.nowSeconds()))));
    }

    private static Future<Long> linked(Optional<Long> row) {
        return row.map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.ACCOUNT_NOT_LINKED)));
    }
}
