package mo.farol.demo.standin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.TokenSource;
import mo.farol.phone.http.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in at the stand-in: one session, whose tokens are fetched when needed. Only a stand-in gives
 * tokens for nothing but a name. Safe for use by many threads.
 */
public final class SignedIn implements TokenSource {
    /** Shorter than a token lives, and than a strong sign-in counts as fresh. */
    private static final Duration USED_FOR = Duration.ofMinutes(4);

    private final Transport transport;
    private final URI provider;
    private final Account account;
    private final Clock clock;
    private @Nullable String token;
    private Instant until = Instant.MIN;

    public SignedIn(Transport transport, URI provider, Account account, Clock clock) {
        this.transport = transport;
        this.provider = provider;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public synchronized String token() throws IOException, InterruptedException {
        if (token == null || !clock.instant().isBefore(until)) {
            token = fetch();
            until = clock.instant().plus(USED_FOR);
        }
        return token;
    }

    @Override
    public synchronized void refused(String other) {
        if (other.equals(token)) {
            token = null;
        }
    }

    /** The same person in the same session, having proven more. */
    public SignedIn steppedUp() {
        return new SignedIn(transport, provider, account.steppedUp(), clock);
    }

    private String fetch() throws IOException, InterruptedException {
        String form = account.form().entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Reply reply = transport.send(
                HttpRequest.newBuilder(URI.create(SignInProvider.issuer(provider, account.client()) + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        String granted =
                reply.status() == 200 ? reply.json().path("access_token").asText() : "";
        if (granted.isEmpty()) {
            throw new IOException("the sign-in stand-in gave no token: status " + reply.status());
        }
        return granted;
    }

    /**
     * Who signs in, where, and how it is to look.
     *
     * @param subject the account
     * @param more parameters that only the stand-in knows
     */
    public record Account(SignInClient client, String subject, Map<String, String> more) {
        public Account {
            more = Map.copyOf(more);
        }

        /** A resident with an ordinary sign-in. */
        public static Account resident(int n, SignInClient client) {
            return of(SignInProvider.resident(n), client);
        }

        /** Whoever has this account, with an ordinary sign-in. */
        public static Account of(String subject, SignInClient client) {
            return new Account(
                    client, subject, Map.of("session", UUID.randomUUID().toString()));
        }

        /** Officer {@code n}, 1 or 2, of this role. */
        public static Account operator(OperatorRole role, int n) {
            return new Account(
                    SignInClient.DSI_CONSOLE,
                    role.subject(n),
                    Map.of("roles", role.label(), "acr_values", SignInProvider.STRONG));
        }

        /** The same, with a second proof. */
        public Account steppedUp() {
            Map<String, String> changed = new LinkedHashMap<>(more);
            changed.put("acr_values", SignInProvider.STRONG);
            return new Account(client, subject, changed);
        }

        private Map<String, String> form() {
            Map<String, String> form = new LinkedHashMap<>(more);
            form.put("grant_type", "password");
            form.put("client_id", client.clientId());
            form.put("scope", "openid");
            form.put("username", subject);
            form.put("password", "none");
            return form;
        }
    }
}
