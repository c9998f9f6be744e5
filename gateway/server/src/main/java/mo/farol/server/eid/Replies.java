package mo.farol.server.eid;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;
import mo.farol.api.eid.EventReceipt;
import mo.farol.api.eid.ReceiptAnswer;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.problem.ProblemDetails;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.PastEvents;
import mo.farol.server.http.RequestRefused;

/** From what the rules answered to what the caller is told. */
public final class Replies {
    private final PastEvents events;

    public Replies(PastEvents events) {
        this.events = events;
    }

    /** An act whose answer is its receipt: 200. */
    public Future<Reply> receipt(RoutingContext ctx, Answer<EidEvent> answer) {
        return of(ctx, answer, 200, event -> new ReceiptAnswer(Receipts.of(event)));
    }

    /** @param body from what was given to the answer's body */
    public <T> Future<Reply> of(RoutingContext ctx, Answer<T> answer, int status, Function<T, Object> body) {
        return given(ctx, answer, status, value -> Future.succeededFuture(body.apply(value)));
    }

    /** As {@link #of}, for a body that has to be looked up. */
    public <T> Future<Reply> given(RoutingContext ctx, Answer<T> answer, int status, Function<T, Future<Object>> body) {
        return switch (answer) {
            case Answer.Given<T> given ->
                body.apply(given.value()).map(built -> new Reply(status, built, given.replayed()));
            case Answer.Refused<T> refused -> refused(ctx, refused);
            case Answer.NotFound<T> none -> refuse(ProblemCode.NOT_FOUND);
            case Answer.StepUpNeeded<T> weak -> refuse(ProblemCode.INSUFFICIENT_USER_AUTHENTICATION);
            case Answer.KeyReused<T> reused -> refuse(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        };
    }

    private <T> Future<Reply> refused(RoutingContext ctx, Answer.Refused<T> refused) {
        if (refused.replayed()) {
            ctx.response().putHeader(Answering.REPLAYED, "true");
        }
        return earlier(refused).compose(receipt -> {
            ProblemDetails details =
                    new ProblemDetails(refused.event().map(EidEvent::id).orElse(null), receipt.orElse(null));
            return Future.failedFuture(new RequestRefused(Failures.code(refused.why()), details));
        });
    }

    /** Who unbinds what was unbound before sees the receipt of that time. */
    private <T> Future<Optional<EventReceipt>> earlier(Answer.Refused<T> refused) {
        return refused.why() == BindingRefusal.ALREADY_UNBOUND
                        && refused.endedBy().isPresent()
                ? events.find(refused.endedBy().get()).map(found -> found.map(Receipts::of))
                : Future.succeededFuture(Optional.empty());
    }

    private static <T> Future<T> refuse(ProblemCode code) {
        return Future.failedFuture(new RequestRefused(code));
    }
}
