package mo.farol.server.eid;

import io.vertx.ext.web.RoutingContext;
import mo.farol.server.http.RequestRefused;

/** The body of a request that has nothing to say beyond its address: none, or {@code {}}. */
public record Nothing() {
    public static void in(RoutingContext ctx) throws RequestRefused {
        Bodies.readOr(ctx, Nothing.class, new Nothing());
    }
}
