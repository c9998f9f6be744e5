package mo.farol.server.eid;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import mo.farol.server.http.JsonAnswer;
import mo.farol.server.http.RequestRefused;

/** Runs an operation and sends its reply, or the problem with it, on the event loop that the request came to. */
public final class Answering implements Handler<RoutingContext> {
    static final String REPLAYED = "Idempotent-Replayed";

    private final Operation operation;

    private Answering(Operation operation) {
        this.operation = operation;
    }

    /** What a request asks for. */
    @FunctionalInterface
    public interface Operation {
        /** @return may complete anywhere; what it fails with is looked up in {@link Failures} */
        Future<Reply> reply(RoutingContext ctx) throws RequestRefused;
    }

    public static Answering by(Operation operation) {
        return new Answering(operation);
    }

    @Override
    public void handle(RoutingContext ctx) {
        Context context = ctx.vertx().getOrCreateContext();
        try {
            operation.reply(ctx).onComplete(result -> context.runOnContext(on -> send(ctx, result)));
        } catch (RequestRefused refused) {
            ctx.fail(refused);
        }
    }

    private static void send(RoutingContext ctx, AsyncResult<Reply> result) {
        if (result.failed()) {
            ctx.fail(Failures.of(result.cause()));
            return;
        }
        Reply reply = result.result();
        try {
            if (reply.replayed()) {
                ctx.response().putHeader(REPLAYED, "true");
            }
            JsonAnswer.send(ctx, reply.status(), reply.body());
        } catch (RuntimeException bug) {
            ctx.fail(bug);
        }
    }
}
