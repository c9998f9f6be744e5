package mo.farol.server.log;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.accesslog.LogProofs;
import mo.farol.core.accesslog.tree.TilePath;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Failures;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.Reply;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;

/**
 * {@code GET /log/checkpoint} and {@code /log/tile/...} for everybody (C2SP tlog-tiles), {@code GET /log/proof/{receipt}}
 * for terminals of the institution whose receipt it is.
 */
public final class LogRoutes implements Routes {
    private static final String TILES = "/log/tile/";
    private static final String A_MOMENT = "public, max-age=1";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final LogProofs log;

    public LogRoutes(LogProofs log) {
        this.log = log;
    }

    @Override
    public void mount(Router router) {
        router.get("/log/checkpoint").handler(this::checkpoint);
        router.get(TILES + "*").handler(this::tile);
        router.get("/log/proof/:receipt").handler(Answering.by(this::proof));
    }

    private void checkpoint(RoutingContext ctx) {
        send(ctx, log.checkpoint().map(note -> note.map(Buffer::buffer)), "text/plain; charset=utf-8", A_MOMENT);
    }

    private void tile(RoutingContext ctx) {
        Optional<TilePath> path = TilePath.parse(ctx.normalizedPath().substring(TILES.length()));
        Future<Optional<byte[]>> hashes = path.map(log::tile).orElseGet(() -> Future.succeededFuture(Optional.empty()));
        send(ctx, hashes.map(found -> found.map(Buffer::buffer)), "application/octet-stream", FOR_EVER);
    }

    private Future<Reply> proof(RoutingContext ctx) throws RequestRefused {
        return log.ofInstitution(
                        Handles.inPath(ctx, "receipt"), SignedInTerminal.of(ctx).institution())
                .compose(ProofReply::of);
    }

    private static void send(RoutingContext ctx, Future<Optional<Buffer>> found, String mediaType, String caching) {
        Context context = ctx.vertx().getOrCreateContext();
        found.onComplete(result -> context.runOnContext(turn -> {
            if (result.failed()) {
                ctx.fail(Failures.of(result.cause()));
            } else if (result.result().isEmpty()) {
                ctx.fail(new RequestRefused(ProblemCode.NOT_FOUND));
            } else {
                ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                        .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                        .end(result.result().get());
            }
        }));
    }
}
