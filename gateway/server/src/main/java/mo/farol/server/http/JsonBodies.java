package mo.farol.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import mo.farol.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Lets a POST through only with uncompressed {@code application/json} in UTF-8; other methods have no body to judge. */
public final class JsonBodies implements Handler<RoutingContext> {
    private final boolean noneToo;

    /** Every request has a body. */
    public JsonBodies() {
        this(false);
    }

    private JsonBodies(boolean noneToo) {
        this.noneToo = noneToo;
    }

    /** Lets requests without any body through as well: some have nothing to say beyond their address. */
    public static JsonBodies orNone() {
        return new JsonBodies(true);
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        if (request.method() != HttpMethod.POST) {
            ctx.next();
            return;
        }
        String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean none = noneToo && contentType == null && ctx.body().length() <= 0;
        boolean plain = request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
        if (none || plain && isJson(contentType)) {
            ctx.next();
        } else {
            ctx.fail(new RequestRefused(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String compact = contentType.replace(" ", "").toLowerCase(Locale.ROOT);
        return compact.equals("application/json") || compact.equals("application/json;charset=utf-8");
    }
}
