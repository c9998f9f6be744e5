package mo.farol.server.operator;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.function.Supplier;
import mo.farol.api.operator.LookUpRequest;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.ShownEids;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInOperator;

/** {@code POST /operator/v1/residents}: a look-up by the exact number, on record for the resident to see. */
final class LookUpRoutes implements Routes {
    private static final int LONGEST_REASON = 500;

    private final OperatorLookUps lookUps;
    private final Supplier<UUID> attempts;

    /** @param attempts makes the ids of records */
    LookUpRoutes(OperatorLookUps lookUps, Supplier<UUID> attempts) {
        this.lookUps = lookUps;
        this.attempts = attempts;
    }

    @Override
    public void mount(Router router) {
        router.post("/operator/v1/residents").handler(OperatorGuards.COUNTER).handler(Answering.by(this::find));
    }

    private Future<Reply> find(RoutingContext ctx) throws RequestRefused {
        String operator = SignedInOperator.of(ctx).caller().pseudonym();
        LookUpRequest json = Bodies.read(ctx, LookUpRequest.class);
        IdNumber number = People.number(json.idNumber());
        String reason = Words.said(json.reason(), LONGEST_REASON);
        return lookUps.find(number, operator, reason, attempts.get())
                .compose(found -> found.map(eid -> Future.succeededFuture(Reply.ok(ShownEids.toOperator(eid))))
                        .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND))));
    }
}
