package mo.farol.phone.terminal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.WireJson;
import mo.farol.api.token.TokenAnswer;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;
import org.jspecify.annotations.Nullable;

/** A terminal's access token: fetched once, used until shortly before it ends. */
final class AccessTokens {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Transport transport;
    private final ClientAssertions assertions;
    private final Clock clock;
    private @Nullable Held held;

    AccessTokens(Transport transport, ClientAssertions assertions, Clock clock) {
        this.transport = transport;
        this.assertions = assertions;
        this.clock = clock;
    }

    /**
     * @param gateway the gateway to sign in at, if no token is held
     * @throws SignInRefused when the gateway refuses this terminal
     */
    synchronized String token(URI gateway) throws SignInRefused, IOException, InterruptedException {
        if (held == null || !clock.instant().isBefore(held.until())) {
            held = signIn(gateway);
        }
        return held.token();
    }

    /** Drops {@code refused}, which a gateway did not take, so that the next call signs in again. */
    synchronized void forget(String refused) {
        if (held != null && held.token().equals(refused)) {
            held = null;
        }
    }

    private Held signIn(URI gateway) throws SignInRefused, IOException, InterruptedException {
        Reply reply = transport.send(HttpRequest.newBuilder(gateway.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form())));
        if (reply.mayComeBack()) {
            throw new IOException("the gateway cannot sign anyone in now: status " + reply.status());
        }
        if (reply.status() != 200) {
            throw new SignInRefused(reply.status(), reply.json().path("error").asText("unknown"));
        }
        TokenAnswer answer = granted(reply);
        return new Held(
                answer.accessToken(),
                clock.instant().plusSeconds(answer.expiresIn()).minus(MARGIN));
    }

    private static TokenAnswer granted(Reply reply) throws IOException {
        try {
            return WireJson.read(reply.body(), TokenAnswer.class);
        } catch (InvalidJson e) {
            throw new IOException("not an answer of a token endpoint", e);
        }
    }

    private String form() {
        return Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_assertion_type",
                        ASSERTION_TYPE,
                        "client_assertion",
                        assertions.next())
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Held(String token, Instant until) {
        @Override
        public String toString() {
            return "Held[until=" + until + "]";
        }
    }
}
