package mo.farol.phone.terminal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.HonestRetry;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;

/** A terminal that signs in with its own key and asks again when no answer came. Safe for use by many threads. */
public final class TerminalSession implements AutoCloseable {
    private final Transport transport;
    private final AccessTokens tokens;
    private final HonestRetry retry;
    private final String language;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param issuer the deployment's issuer, the one audience of this terminal's assertions
     * @param transport closed together with the session
     * @param language the language of advice, such as {@code zh-Hant}, {@code pt} or {@code en}
     */
    public TerminalSession(
            TerminalKey terminal, String issuer, GatewayAddresses gateways, Transport transport, String language) {
        this.transport = transport;
        this.tokens = new AccessTokens(
                transport, new ClientAssertions(terminal, issuer, Clock.systemUTC()), Clock.systemUTC());
        this.retry = new HonestRetry(gateways, HonestRetry.GIVE_UP_AFTER, closed);
        this.language = language;
    }

    /** @throws IOException when no gateway answers in time */
    public Reply get(String path) throws IOException, SignInRefused, InterruptedException {
        return retry.until(gateway -> signedIn(gateway, path, HttpRequest.Builder::GET));
    }

    /**
     * @param idempotencyKey the same for the same request asked again, and for no other
     * @throws IOException when no gateway answers in time
     */
    public Reply post(String path, byte[] json, String idempotencyKey)
            throws IOException, SignInRefused, InterruptedException {
        return retry.until(gateway -> signedIn(
                gateway,
                path,
                request -> request.header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json))));
    }

    /** The terminal's access token. */
    public String accessToken() throws IOException, SignInRefused, InterruptedException {
        return retry.reachable(tokens::token);
    }

    private Reply signedIn(URI gateway, String path, Consumer<HttpRequest.Builder> what)
            throws IOException, SignInRefused, InterruptedException {
        String token = tokens.token(gateway);
        Reply reply = transport.send(request(gateway, path, what, token));
        if (reply.status() != 401) {
            return reply;
        }
        // The gateway may have lost or rotated its keys since: sign in once more before believing it.
        tokens.forget(token);
        return transport.send(request(gateway, path, what, tokens.token(gateway)));
    }

    private HttpRequest.Builder request(URI gateway, String path, Consumer<HttpRequest.Builder> what, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language);
        what.accept(request);
        return request;
    }

    @Override
    public void close() {
        closed.countDown();
        transport.close();
    }
}
