package mo.farol.demo.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * A sign-in provider that believes whoever one says one is: OpenID Connect with the code flow (PKCE) and a page to choose
 * a person on, and the password grant for commands and the reference phone. Three issuers: the One Account's, DSI's web
 * page's, and that of DSI's staff.
 */
public final class SignInProvider implements AutoCloseable {
    /** How ordinary sign-ins are marked ({@code acr}). */
    public static final String ORDINARY = "urn:farol:demo:ordinary";

    /** How sign-ins with a second proof are marked ({@code acr}). */
    public static final String STRONG = "urn:farol:demo:strong";

    private final MockOAuth2Server server;
    private final URI address;

    private SignInProvider(MockOAuth2Server server, URI address) {
        this.server = server;
        this.address = address;
    }

    /**
     * @param host the address to listen on
     * @param keys the folder of its keys
     * @param page where the sign-in page is written
     * @param residents how many residents the page offers
     */
    public static SignInProvider start(String host, int port, Path keys, Path page, int residents, Clock clock)
            throws IOException {
        SignInPage.write(page, residents);
        Set<OAuth2TokenCallback> tokens = SignInClient.ISSUERS.stream()
                .map(issuer -> new SignInTokens(issuer, clock))
                .collect(Collectors.toSet());
        OAuth2Config config = new OAuth2Config(
                true,
                page.toString(),
                null,
                false,
                new OAuth2TokenProvider(SignInKeys.in(keys)),
                tokens,
                new NettyWrapper());
        MockOAuth2Server server = new MockOAuth2Server(config);
        server.start(InetAddress.getByName(host), port);
        return new SignInProvider(server, URI.create("http://" + host + ":" + port));
    }

    public URI address() {
        return address;
    }

    /** The {@code iss} of a client's tokens. */
    public static String issuer(URI provider, SignInClient client) {
        return provider + "/" + client.issuer();
    }

    /** The {@code aud} of an issuer's access tokens. */
    static String audience(String issuer) {
        return "urn:farol:demo:" + (issuer.equals(SignInClient.DSI_CONSOLE.issuer()) ? "operator" : "resident")
                + "-api";
    }

    /** The {@code aud} of a client's access tokens. */
    public static String audience(SignInClient client) {
        return audience(client.issuer());
    }

    /** The account of resident {@code n}, the same at every issuer. */
    public static String resident(int n) {
        return "resident-" + n;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
