package mo.farol.phone.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import mo.farol.api.json.WireJson;

/**
 * Calls a gateway's API as somebody who is signed in. Safe for use by many threads; every call blocks. A request to which
 * no answer came is asked again under its Idempotency-Key, at the next gateway if there is one.
 */
public final class ApiClient implements AutoCloseable {
    private final Transport transport;
    private final TokenSource tokens;
    private final HonestRetry retry;
    private final String language;
    private final Consumer<Reply> watch;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param transport shared with others: closing this does not close it
     * @param language of titles and advice, such as {@code zh-Hant}, {@code pt} or {@code en}
     * @param watch is shown every reply, for who learns from its headers
     */
    public ApiClient(
            Transport transport,
            GatewayAddresses gateways,
            TokenSource tokens,
            String language,
            Consumer<Reply> watch) {
        this.transport = transport;
        this.tokens = tokens;
        this.retry = new HonestRetry(gateways, HonestRetry.GIVE_UP_AFTER, closed);
        this.language = language;
        this.watch = watch;
    }

    /** @throws IOException when no gateway can be reached, or its answer has not the shape it should have */
    public <T> ApiAnswer<T> get(String path, Class<T> type) throws IOException, InterruptedException {
        return ApiAnswer.of(retry.until(gateway -> signedIn(gateway, path, HttpRequest.Builder::GET)), type);
    }

    /** Under a fresh Idempotency-Key. */
    public <T> ApiAnswer<T> post(String path, Object body, Class<T> type) throws IOException, InterruptedException {
        return post(path, body, UUID.randomUUID().toString(), type);
    }

    /** @param idempotencyKey the same for the same request asked again, and for no other */
    public <T> ApiAnswer<T> post(String path, Object body, String idempotencyKey, Class<T> type)
            throws IOException, InterruptedException {
        byte[] bytes = WireJson.write(body);
        return ApiAnswer.of(
                retry.until(gateway -> signedIn(
                        gateway,
                        path,
                        request -> request.header("Idempotency-Key", idempotencyKey)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)))),
                type);
    }

    private Reply signedIn(URI gateway, String path, Consumer<HttpRequest.Builder> what)
            throws IOException, InterruptedException {
        String token = tokens.token();
        Reply reply = send(gateway, path, what, token);
        if (reply.status() != 401 || StepUp.in(reply).isPresent()) {
            return reply;
        }
        tokens.refused(token);
        String another = tokens.token();
        return another.equals(token) ? reply : send(gateway, path, what, another);
    }

    private Reply send(URI gateway, String path, Consumer<HttpRequest.Builder> what, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language);
        what.accept(request);
        Reply reply = transport.send(request);
        watch.accept(reply);
        return reply;
    }

    /** Ends waiting for a retry. */
    @Override
    public void close() {
        closed.countDown();
    }
}
