package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import mo.farol.api.operator.CardEventRequest;
import mo.farol.api.operator.GuardianshipEventRequest;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInOperator;

/** What the civil registry reports of cards and of guardians. */
final class RegistryEventRoutes implements Routes {
    private final Bindings bindings;
    private final People people;
    private final Replies replies;

    RegistryEventRoutes(Bindings bindings, People people, Replies replies) {
        this.bindings = bindings;
        this.people = people;
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.post("/operator/v1/card-events").handler(OperatorGuards.REGISTRY).handler(Answering.by(this::card));
        router.post("/operator/v1/guardianship-events")
                .handler(OperatorGuards.REGISTRY)
                .handler(Answering.by(this::guardianship));
    }

    private Future<Reply> card(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        RequestKey key = RequestKeys.ofOperator(ctx);
        ReportedCard reported = ReportedCard.read(Bodies.read(ctx, CardEventRequest.class));
        return people.row(reported.person(), operator)
                .compose(row -> bindings.cardEvent(operator, reported.of(row), key))
                .compose(answer -> replies.receipt(ctx, answer));
    }

    private Future<Reply> guardianship(RoutingContext ctx) throws RequestRefused {
        OperatorCaller operator = SignedInOperator.of(ctx).caller();
        RequestKey key = RequestKeys.ofOperator(ctx);
        ReportedGuardianship reported = ReportedGuardianship.read(Bodies.read(ctx, GuardianshipEventRequest.class));
        return people.row(reported.minor(), operator)
                .compose(minor ->
                        people.row(reported.guardian(), operator).map(guardian -> reported.of(minor, guardian)))
                .compose(event -> bindings.guardianshipEvent(operator, event, key))
                .compose(answer -> replies.receipt(ctx, answer));
    }
}
