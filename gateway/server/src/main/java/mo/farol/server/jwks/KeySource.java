package mo.farol.server.jwks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import mo.farol.server.outgoing.OutgoingHttp;
import mo.farol.server.outgoing.OutgoingTls;

/** Where a JWK set is published. */
public interface KeySource {
    /** Bytes of a key set: some dozens of keys with their certificates. */
    int LONGEST = 256 * 1024;

    Duration DEADLINE = Duration.ofSeconds(5);

    /** The set as it is now, as JSON. Fails with {@link JwksUnusable}. */
    Future<byte[]> fetch();

    Future<Void> close();

    /** A file that the operator replaces. */
    static KeySource file(Vertx vertx, Path file) {
        return new FileSource(vertx, file);
    }

    /** @param issuer an OpenID Connect provider, whose metadata says where its keys are */
    static KeySource discovered(Vertx vertx, String issuer, OutgoingTls tls) {
        return new DiscoveredSource(new OutgoingHttp(vertx, tls, DEADLINE, LONGEST, 1), issuer);
    }

    /** @param url {@code jwks_uri} */
    static KeySource url(Vertx vertx, URI url, OutgoingTls tls) {
        return new UrlSource(new OutgoingHttp(vertx, tls, DEADLINE, LONGEST, 1), url);
    }
}
