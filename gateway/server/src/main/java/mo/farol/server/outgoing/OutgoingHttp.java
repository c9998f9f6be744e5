package mo.farol.server.outgoing;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Sends requests to others. Every answer is bounded in size, and in time as a whole; a redirection is just an answer. */
public final class OutgoingHttp {
    private static final int WAITING = 256;

    private final Vertx vertx;
    private final HttpClient client;
    private final Duration deadline;
    private final int longest;

    /**
     * @param deadline from the moment of asking to the answer's last byte
     * @param longest bytes of an answer's body
     * @param connections at once, to each server
     */
    public OutgoingHttp(Vertx vertx, OutgoingTls tls, Duration deadline, int longest, int connections) {
        this.vertx = vertx;
        this.deadline = deadline;
        this.longest = longest;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) deadline.toMillis())
                .setVerifyHost(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));
        tls.authorities().ifPresent(pem -> options.setTrustOptions(new PemTrustOptions().addCertPath(pem.toString())));
        tls.identity()
                .ifPresent(me -> options.setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(me.certificate().toString())
                        .setKeyPath(me.key().toString())));
        PoolOptions pool = new PoolOptions()
                .setHttp1MaxSize(connections)
                .setHttp2MaxSize(connections)
                .setMaxWaitQueueSize(WAITING);
        this.client = vertx.httpClientBuilder().with(options).with(pool).build();
    }

    public Future<BoundedAnswer> get(URI url, String accept) {
        return send(HttpMethod.GET, url, Map.of("Accept", accept), new byte[0]);
    }

    /** @return fails with {@link NoAnswer} */
    public Future<BoundedAnswer> send(HttpMethod method, URI url, Map<String, String> headers, byte[] body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(url.toString())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        Promise<BoundedAnswer> answer = Promise.promise();
        Exchange exchange = new Exchange(answer);
        long timer = vertx.setTimer(deadline.toMillis(), late -> exchange.end("no answer within the deadline"));
        client.request(options)
                .compose(request -> exchange.send(request, body))
                .onSuccess(answer::tryComplete)
                .onFailure(why -> answer.tryFail(why instanceof NoAnswer no ? no : new NoAnswer(why)));
        return answer.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    public Future<Void> close() {
        return client.close();
    }

    /** One request and what has come back so far. */
    private final class Exchange {
        private final Promise<BoundedAnswer> answer;
        private volatile Runnable cancel = () -> {};

        Exchange(Promise<BoundedAnswer> answer) {
            this.answer = answer;
        }

        Future<BoundedAnswer> send(HttpClientRequest request, byte[] body) {
            cancel = request::reset;
            if (answer.future().isComplete()) {
                cancel.run();
            }
            Future<HttpClientResponse> response = body.length == 0 ? request.send() : request.send(Buffer.buffer(body));
            return response.compose(this::collect);
        }

        private Future<BoundedAnswer> collect(HttpClientResponse response) {
            Promise<BoundedAnswer> whole = Promise.promise();
            Buffer collected = Buffer.buffer();
            response.exceptionHandler(whole::tryFail);
            response.handler(chunk -> {
                if (collected.length() + chunk.length() > longest) {
                    whole.tryFail(new NoAnswer("an answer of more than " + longest + " bytes"));
                    cancel.run();
                } else {
                    collected.appendBuffer(chunk);
                }
            });
            response.endHandler(end -> whole.tryComplete(
                    new BoundedAnswer(response.statusCode(), response.headers(), collected.getBytes())));
            return whole.future();
        }

        void end(String why) {
            answer.tryFail(new NoAnswer(why));
            cancel.run();
        }
    }
}
