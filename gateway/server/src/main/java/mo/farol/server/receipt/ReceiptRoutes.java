package mo.farol.server.receipt;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.auth.SignedInTerminal;
import mo.farol.server.http.JsonAnswer;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;

/** {@code GET /v1/receipts/{id}}, for terminals of the institution whose receipt it is. */
public final class ReceiptRoutes implements Routes {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private final AccessLog log;
    private final ReceiptSigner signer;

    public ReceiptRoutes(AccessLog log, ReceiptSigner signer) {
        this.log = log;
        this.signer = signer;
    }

    @Override
    public void mount(Router router) {
        router.get("/v1/receipts/:id").handler(this::receipt);
    }

    private void receipt(RoutingContext ctx) {
        String id = ctx.pathParam("id");
        if (!UUID_TEXT.matcher(id).matches()) {
            ctx.fail(new RequestRefused(ProblemCode.NOT_FOUND));
            return;
        }
        log.find(UUID.fromString(id), SignedInTerminal.of(ctx).institution())
                .onSuccess(found -> answer(ctx, found))
                .onFailure(
                        why -> ctx.fail(isOutage(why) ? new RequestRefused(ProblemCode.UNAVAILABLE, TRY_AGAIN) : why));
    }

    private static boolean isOutage(Throwable why) {
        return why instanceof AccessLog.Unavailable || why instanceof ArbiterUnreachable;
    }

    private void answer(RoutingContext ctx, Optional<RecordedEntry> found) {
        if (found.isEmpty()) {
            ctx.fail(new RequestRefused(ProblemCode.NOT_FOUND));
        } else {
            JsonAnswer.send(ctx, 200, signer.view(found.get()));
        }
    }
}
