package mo.farol.server.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import mo.farol.api.json.WireJson;

/** Sends JSON that no cache keeps. */
public final class JsonAnswer {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");

    private JsonAnswer() {}

    /** @param body a record of the API */
    public static Future<Void> send(RoutingContext ctx, int status, Object body) {
        return send(ctx, status, JSON, WireJson.write(body));
    }

    /** @param bytes JSON as it goes out */
    public static Future<Void> send(RoutingContext ctx, int status, CharSequence mediaType, byte[] bytes) {
        HttpServerResponse response = ctx.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType).putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        return response.end(Buffer.buffer(bytes));
    }
}
