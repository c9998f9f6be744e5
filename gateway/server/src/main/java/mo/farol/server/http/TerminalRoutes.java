package mo.farol.server.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * What stands before every operation under {@code /v1/}, and before proofs of receipts: the terminal's token with the scope it needs, then its limits,
 * then the body's type.
 *
 * @param verify requires a token for verifications
 * @param receipts requires a token for receipts
 * @param limits takes one request from the terminal's and the institution's budget
 */
public record TerminalRoutes(
        Handler<RoutingContext> verify, Handler<RoutingContext> receipts, Handler<RoutingContext> limits)
        implements Routes {
    @Override
    public void mount(Router router) {
        router.route("/log/proof/*").handler(receipts);
        router.route("/log/proof/*").handler(limits);
        router.route("/v1/receipts/*").handler(receipts);
        router.route("/v1/*").handler(this::unlessReceipts);
        router.route("/v1/*").handler(limits);
        router.route("/v1/*").handler(new JsonBodies());
    }

    private void unlessReceipts(RoutingContext ctx) {
        if (ctx.normalizedPath().startsWith("/v1/receipts/")) {
            ctx.next();
        } else {
            verify.handle(ctx);
        }
    }
}
