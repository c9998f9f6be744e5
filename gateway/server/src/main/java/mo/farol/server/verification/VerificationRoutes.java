package mo.farol.server.verification;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.security.Provider;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mo.farol.api.problem.Catalogue;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.VerificationRequest;
import mo.farol.core.verification.VerifyFlow;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.http.IdempotencyKey;
import mo.farol.server.http.OpenExchanges;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.receipt.ReceiptSigner;

/** {@code POST /v1/verifications}. One instance serves every event loop. */
public final class VerificationRoutes implements Routes {
    /** Shorter than a terminal's patience, longer than it takes to settle what a lost connection left open. */
    private static final int DECIDED_WITHIN_SECONDS = 8;

    private final VerifyFlow flow;
    private final OutcomeTable table;
    private final OutcomeListener listener;

    /** @param encryption whose P-256 and AES-GCM encrypt releases: Conscrypt's where it loads */
    public VerificationRoutes(
            VerifyFlow flow,
            Catalogue catalogue,
            ReceiptSigner receipts,
            Provider encryption,
            OutcomeListener listener) {
        this.flow = flow;
        this.table = new OutcomeTable(new Answers(catalogue, receipts, new ReleaseEncryption(encryption)));
        this.listener = listener;
    }

    @Override
    public void mount(Router router) {
        router.post("/v1/verifications").handler(this::verify);
    }

    private void verify(RoutingContext ctx) {
        TerminalIdentity terminal = SignedInTerminal.of(ctx);
        VerificationRequest request;
        try {
            request = RequestReader.read(terminal, IdempotencyKey.of(ctx.request()), body(ctx));
        } catch (RequestRefused refused) {
            ctx.fail(refused);
            return;
        }
        // Another request with the same key may be what completes this one, on another event loop.
        Context context = ctx.vertx().getOrCreateContext();
        flow.verify(request)
                .timeout(DECIDED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .recover(VerificationRoutes::late)
                .onComplete(result -> context.runOnContext(on -> answer(ctx, terminal, result)));
    }

    /** A database that is frozen neither answers nor ends. What it decides yet, a retry with the same key is told. */
    private static Future<Outcome> late(Throwable cause) {
        return cause instanceof TimeoutException
                ? Future.succeededFuture(new Outcome.Unavailable())
                : Future.failedFuture(cause);
    }

    private static byte[] body(RoutingContext ctx) throws RequestRefused {
        Buffer body = ctx.body().buffer();
        if (body == null) {
            throw new RequestRefused(ProblemCode.INVALID_REQUEST);
        }
        return body.getBytes();
    }

    private void answer(RoutingContext ctx, TerminalIdentity terminal, AsyncResult<Outcome> result) {
        if (result.failed()) {
            ctx.fail(result.cause());
            return;
        }
        listener.ended(terminal, result.result());
        if (result.result() instanceof Outcome.Verified || result.result() instanceof Outcome.Refused) {
            OpenExchanges.decided(ctx);
        }
        try {
            table.answer(ctx, result.result());
        } catch (RuntimeException bug) {
            ctx.fail(bug);
        }
    }
}
