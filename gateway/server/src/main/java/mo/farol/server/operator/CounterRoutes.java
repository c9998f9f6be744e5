package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import mo.farol.api.eid.ReasonRequest;
import mo.farol.api.operator.CounterCaseAnswer;
import mo.farol.api.operator.CounterCaseRequest;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.CounterCases;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.Nothing;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInOperator;

/** With the resident at the counter: unbind, and bind for who can use neither face check nor kiosk. */
final class CounterRoutes implements Routes {
    private final Bindings bindings;
    private final CounterCases cases;
    private final Replies replies;

    CounterRoutes(Bindings bindings, CounterCases cases, Replies replies) {
        this.bindings = bindings;
        this.cases = cases;
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.post("/operator/v1/bindings/:id/unbind")
                .handler(OperatorGuards.COUNTER)
                .handler(Answering.by(this::unbind));
        router.post("/operator/v1/counter-cases")
                .handler(OperatorGuards.COUNTER)
                .handler(Answering.by(this::open));
        router.post("/operator/v1/counter-cases/:id/approve")
                .handler(OperatorGuards.COUNTER)
                .handler(Answering.by(this::approve));
    }

    private Future<Reply> unbind(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        UUID binding = Handles.inPath(ctx, "id");
        RequestKey key = RequestKeys.ofOperator(ctx);
        String reason = Words.reason(Bodies.read(ctx, ReasonRequest.class).reason());
        return bindings.unbindAtCounter(operator, binding, reason, key).compose(answer -> replies.receipt(ctx, answer));
    }

    private Future<Reply> open(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        RequestKey key = RequestKeys.ofOperator(ctx);
        CounterCaseRequest json = Bodies.read(ctx, CounterCaseRequest.class);
        String number = Words.kioskNumber(json.number());
        UUID actor = Handles.required(json.actor());
        return bindings.openCounterCase(operator, number, actor, Words.reason(json.reason()), key)
                .compose(answer -> replies.given(ctx, answer, 201, this::opened));
    }

    private Future<Object> opened(UUID id) {
        return cases.find(id)
                .map(found -> new CounterCaseAnswer(
                        id,
                        MacauTime.of(found.orElseThrow(
                                        () -> new IllegalStateException("a case that was opened is not there"))
                                .expires())));
    }

    private Future<Reply> approve(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        UUID counterCase = Handles.inPath(ctx, "id");
        RequestKey key = RequestKeys.ofOperator(ctx);
        Nothing.in(ctx);
        return bindings.approveCounterCase(operator, counterCase, key).compose(answer -> replies.receipt(ctx, answer));
    }
}
