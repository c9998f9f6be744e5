package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.resident.TicketAnswer;
import mo.farol.api.resident.TicketRequest;
import mo.farol.core.ticket.TicketIssuer;
import mo.farol.core.ticket.TicketRules;
import mo.farol.core.ticket.TicketWish;
import mo.farol.core.ticket.TicketsGiven;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Base64Text;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInResident;
import mo.farol.token.CodeType;
import mo.farol.token.mint.Recipient;

/**
 * {@code POST /resident/v1/bindings/{id}/tickets}. It takes no {@code Idempotency-Key}: to give the same tickets again, it
 * would have to keep them.
 */
final class TicketRoutes implements Routes {
    private static final int SIGNATURE = 64;

    private final TicketIssuer issuer;

    TicketRoutes(TicketIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void mount(Router router) {
        router.post("/resident/v1/bindings/:id/tickets").handler(Answering.by(this::give));
    }

    private Future<Reply> give(RoutingContext ctx) throws RequestRefused {
        long resident = SignedInResident.of(ctx).caller().resident();
        return issuer.give(resident, wish(ctx)).compose(TicketRoutes::reply);
    }

    private static TicketWish wish(RoutingContext ctx) throws RequestRefused {
        TicketRequest json = Bodies.read(ctx, TicketRequest.class);
        if (json.count() < 1 || json.count() > TicketRules.LARGEST_BATCH || json.signedAt() < 0) {
            throw Bodies.invalid();
        }
        return new TicketWish(
                Handles.inPath(ctx, "id"),
                Words.oneOf(CodeType.values(), json.type()),
                json.count(),
                json.signedAt(),
                Base64Text.url(json.signature(), SIGNATURE));
    }

    private static Future<Reply> reply(TicketsGiven outcome) {
        return switch (outcome) {
            case TicketsGiven.Given given -> Future.succeededFuture(Reply.created(answer(given)));
            case TicketsGiven.Unknown unknown -> refuse(ProblemCode.NOT_FOUND);
            case TicketsGiven.NotOffered none -> refuse(ProblemCode.TICKETS_NOT_OFFERED);
            case TicketsGiven.SignatureInvalid wrong -> refuse(ProblemCode.SIGNATURE_INVALID);
            case TicketsGiven.NotFresh old -> refuse(ProblemCode.SIGNATURE_NOT_FRESH);
            case TicketsGiven.UsedBefore again -> refuse(ProblemCode.SIGNATURE_USED);
            case TicketsGiven.NotActive ended -> refuse(ProblemCode.BINDING_NOT_ACTIVE);
            case TicketsGiven.NoneLeft(Duration untilTomorrow) ->
                Future.failedFuture(new RequestRefused(ProblemCode.TICKETS_USED_UP, untilTomorrow));
        };
    }

    private static TicketAnswer answer(TicketsGiven.Given given) {
        return new TicketAnswer(
                given.epoch().type().label(),
                Integer.toUnsignedLong(given.epoch().value()),
                MacauTime.of(given.expires()),
                given.left(),
                given.tickets().stream().map(TicketRoutes::shown).toList());
    }

    private static TicketAnswer.Ticket shown(Recipient.Ticket ticket) {
        return new TicketAnswer.Ticket(Base64Text.url(ticket.ticket()), Base64Text.url(ticket.contentKey()));
    }

    private static <T> Future<T> refuse(ProblemCode code) {
        return Future.failedFuture(new RequestRefused(code));
    }
}
