package mo.farol.server.jwks;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.net.URI;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.server.outgoing.OutgoingHttp;

/**
 * The key set of an OpenID Connect provider, found anew at each reading by its metadata (OpenID Connect Discovery 1.0, 4).
 * Metadata of another issuer names nothing here.
 */
record DiscoveredSource(OutgoingHttp http, String issuer) implements KeySource {
    private static final int OK = 200;

    @Override
    public Future<byte[]> fetch() {
        return http.get(metadata(), "application/json")
                .recover(why -> Future.failedFuture(new JwksUnusable("the metadata cannot be fetched", why)))
                .compose(answer -> answer.status() == OK
                        ? keySet(answer.body())
                        : unusable("the metadata cannot be fetched: status " + answer.status()))
                .compose(url -> new UrlSource(http, url).fetch());
    }

    private URI metadata() {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    private Future<URI> keySet(byte[] json) {
        JsonNode metadata;
        try {
            metadata = StrictJson.read(json, JsonNode.class);
        } catch (InvalidJson e) {
            return unusable("the metadata is not JSON");
        }
        if (!issuer.equals(metadata.path("issuer").textValue())) {
            return unusable("the metadata is of another issuer");
        }
        return url(metadata.path("jwks_uri").asText());
    }

    /** Plain HTTP only where the issuer itself is on plain HTTP, which the configuration allows in the demo. */
    private Future<URI> url(String text) {
        boolean http = issuer.startsWith("http:") && text.startsWith("http:");
        if (!http && !text.startsWith("https:")) {
            return unusable("the metadata's jwks_uri is not an https URL");
        }
        try {
            return Future.succeededFuture(URI.create(text));
        } catch (IllegalArgumentException e) {
            return unusable("the metadata's jwks_uri is not a URL");
        }
    }

    private static <T> Future<T> unusable(String why) {
        return Future.failedFuture(new JwksUnusable(why));
    }

    @Override
    public Future<Void> close() {
        return http.close();
    }
}
