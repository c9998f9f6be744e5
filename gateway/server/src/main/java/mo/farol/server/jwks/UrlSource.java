package mo.farol.server.jwks;

import io.vertx.core.Future;
import java.net.URI;
import mo.farol.server.outgoing.OutgoingHttp;

/** A key set under a URL. */
record UrlSource(OutgoingHttp http, URI url) implements KeySource {
    private static final int OK = 200;

    @Override
    public Future<byte[]> fetch() {
        return http.get(url, "application/jwk-set+json, application/json")
                .recover(why -> Future.failedFuture(new JwksUnusable("the key set cannot be fetched", why)))
                .compose(answer -> answer.status() == OK
                        ? Future.succeededFuture(answer.body())
                        : Future.failedFuture(
                                new JwksUnusable("the key set cannot be fetched: status " + answer.status())));
    }

    @Override
    public Future<Void> close() {
        return http.close();
    }
}
