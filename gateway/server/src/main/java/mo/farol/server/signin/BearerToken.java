package mo.farol.server.signin;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import mo.farol.server.jws.NotAccepted;

/** The access token of a request, from its one {@code Authorization} header and nowhere else (RFC 6750, 2.1). */
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static String of(HttpServerRequest request) throws NotAccepted {
        List<String> headers = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        if (headers.size() != 1) {
            throw new NotAccepted("not one Authorization header");
        }
        String header = headers.getFirst();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new NotAccepted("not a bearer token");
        }
        return header.substring(SCHEME.length());
    }
}
