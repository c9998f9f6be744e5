package mo.farol.server.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import mo.farol.api.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Lets only uncompressed {@code application/json} in UTF-8 through. */
final class JsonBodies implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        boolean plain = request.getHeader(HttpHeaders.CONTENT_ENCODING) == null;
        if (plain && isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
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
