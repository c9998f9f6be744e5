package mo.farol.demo.cast;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignInClient;
import mo.farol.demo.standin.SignedIn;
import mo.farol.phone.code.TimeAnchor;
import mo.farol.phone.http.ApiClient;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.TokenSource;
import mo.farol.phone.http.Transport;
import mo.farol.phone.operator.OperatorClient;
import mo.farol.phone.wallet.ResidentClient;

/**
 * Everybody's sign-ins at the stand-in, and the gateway's APIs in their names. A person keeps one session with each client
 * for as long as the demo runs.
 */
public final class SignIns implements AutoCloseable {
    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private final GatewayAddresses gateways;
    private final URI provider;
    private final TimeAnchor anchor;
    private final Map<String, SignedIn> sessions = new ConcurrentHashMap<>();

    /** @param provider the sign-in stand-in's address */
    public SignIns(List<URI> gateways, URI provider) {
        this.gateways = new GatewayAddresses(gateways);
        this.provider = provider;
        this.anchor = TimeAnchor.ofThisDevice();
    }

    /** The resident API as resident {@code n}. @param strong whether with a second proof, as binding needs it */
    public ResidentClient resident(int n, SignInClient client, boolean strong) {
        SignedIn session = session(client.label() + " " + n, SignedIn.Account.resident(n, client));
        return new ResidentClient(api(strong ? strong(client.label() + " " + n, session) : session));
    }

    /** The operator API as officer {@code n}, 1 or 2. */
    public OperatorClient officer(OperatorRole role, int n) {
        return new OperatorClient(api(session(role.subject(n), SignedIn.Account.operator(role, n))));
    }

    /** What the gateways said about the time. */
    public TimeAnchor anchor() {
        return anchor;
    }

    public Transport transport() {
        return transport;
    }

    private SignedIn session(String name, SignedIn.Account account) {
        return sessions.computeIfAbsent(name, any -> new SignedIn(transport, provider, account, Clock.systemUTC()));
    }

    private SignedIn strong(String name, SignedIn ordinary) {
        return sessions.computeIfAbsent(name + " strong", any -> ordinary.steppedUp());
    }

    private ApiClient api(TokenSource tokens) {
        return new ApiClient(transport, gateways, tokens, "en", anchor::observe);
    }

    @Override
    public void close() {
        transport.close();
    }
}
