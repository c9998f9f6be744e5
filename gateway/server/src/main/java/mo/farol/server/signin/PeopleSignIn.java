package mo.farol.server.signin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mo.farol.core.resident.Accounts;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.config.OperatorProvider;
import mo.farol.server.config.ProviderConfig;
import mo.farol.server.config.ResidentClient;
import mo.farol.server.config.ResidentProvider;
import mo.farol.server.config.SignInConfig;
import mo.farol.server.jwks.PatientKeys;
import mo.farol.token.crypto.Crypto;

/** The configured sign-in providers, with their keys: one for a gateway, shared by its event loops. */
public final class PeopleSignIn {
    /** Less than anybody notices at a rotation, and next to nothing for the provider. */
    private static final Duration UNKNOWN_KEYS_EVERY = Duration.ofSeconds(2);

    private final Crypto crypto;
    private final List<ResidentProvider> residents;
    private final List<PatientKeys> keys = new ArrayList<>();
    private final Map<String, ProviderTokens> ofResidents = new HashMap<>();
    private final Map<String, ProviderTokens> ofOperators = new HashMap<>();

    private PeopleSignIn(Crypto crypto, SignInConfig config) {
        this.crypto = crypto;
        this.residents = config.residents();
    }

    /** Reads every provider's keys. Fails with {@link ProviderUnusable}: then the gateway must not start. */
    public static Future<PeopleSignIn> start(Vertx vertx, Crypto crypto, SignInConfig config) {
        return start(new ProviderStart(vertx, config, UNKNOWN_KEYS_EVERY), crypto, config);
    }

    static Future<PeopleSignIn> start(ProviderStart providers, Crypto crypto, SignInConfig config) {
        PeopleSignIn signIn = new PeopleSignIn(crypto, config);
        Future<Void> all = Future.succeededFuture();
        for (ResidentProvider each : config.residents()) {
            all = all.compose(done -> signIn.open(providers, each));
        }
        for (OperatorProvider each : config.operators()) {
            all = all.compose(done -> signIn.open(providers, each));
        }
        return all.map(done -> signIn).onFailure(why -> signIn.close());
    }

    private Future<Void> open(ProviderStart providers, ResidentProvider each) {
        Set<String> clients = each.clients().stream().map(ResidentClient::azp).collect(Collectors.toSet());
        return open(providers, each.provider(), new TokenRules(each.provider(), clients, List.of()), ofResidents);
    }

    private Future<Void> open(ProviderStart providers, OperatorProvider each) {
        TokenRules rules = new TokenRules(each.provider(), Set.copyOf(each.clients()), each.rolesClaim());
        return open(providers, each.provider(), rules, ofOperators);
    }

    private Future<Void> open(
            ProviderStart providers, ProviderConfig provider, TokenRules rules, Map<String, ProviderTokens> into) {
        return providers
                .keys(provider)
                .map(read -> {
                    keys.add(read);
                    return into.put(provider.issuer(), new ProviderTokens(crypto, provider.algorithm(), read, rules));
                })
                .mapEmpty();
    }

    /** Stands before every route of the resident API. */
    public ResidentSignIn residents(Accounts accounts, DatabaseTime time) {
        return new ResidentSignIn(new PersonCheck(new PersonTokens(ofResidents), time), accounts, residents);
    }

    /** Stands before every route of the operator API. */
    public OperatorSignIn operators(DatabaseTime time) {
        return new OperatorSignIn(new PersonCheck(new PersonTokens(ofOperators), time));
    }

    /** Stops reading keys. */
    public Future<Void> close() {
        return Future.join(keys.stream().map(PatientKeys::close).toList()).mapEmpty();
    }
}
