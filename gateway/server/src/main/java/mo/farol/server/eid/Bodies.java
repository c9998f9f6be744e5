package mo.farol.server.eid;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.api.problem.ProblemCode;
import mo.farol.server.http.RequestRefused;

/** From the bytes of a body to a record of the API, or to {@code invalid_request}. */
public final class Bodies {
    private Bodies() {}

    public static <T> T read(RoutingContext ctx, Class<T> type) throws RequestRefused {
        Buffer body = ctx.body().buffer();
        if (body == null) {
            throw invalid();
        }
        try {
            return StrictJson.read(body.getBytes(), type);
        } catch (InvalidJson e) {
            throw invalid();
        }
    }

    /** As {@link #read}, where a request without a body is one that says nothing. */
    public static <T> T readOr(RoutingContext ctx, Class<T> type, T otherwise) throws RequestRefused {
        return ctx.body().length() <= 0 ? otherwise : read(ctx, type);
    }

    public static RequestRefused invalid() {
        return new RequestRefused(ProblemCode.INVALID_REQUEST);
    }
}
