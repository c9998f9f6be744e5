package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import mo.farol.api.resident.KioskNumberAnswer;
import mo.farol.api.resident.KioskNumberRequest;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.Query;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInResident;

/** The number that a phone shows for a kiosk or a counter, and what became of it. */
final class KioskNumberRoutes implements Routes {
    private final Bindings bindings;
    private final PhoneProofs phones;
    private final KioskNumberStates states;
    private final Replies replies;
    private final SteppedUp steppedUp;

    KioskNumberRoutes(
            Bindings bindings,
            PhoneProofs phones,
            KioskNumberStates states,
            Replies replies,
            Handler<RoutingContext> stepUp) {
        this.bindings = bindings;
        this.phones = phones;
        this.states = states;
        this.replies = replies;
        this.steppedUp = new SteppedUp(stepUp);
    }

    @Override
    public void mount(Router router) {
        router.post("/resident/v1/e-ids/:id/kiosk-numbers").handler(steppedUp).handler(Answering.by(this::add));
        router.get("/resident/v1/e-ids/:id/kiosk-numbers/:challenge").handler(Answering.by(this::state));
    }

    private Future<Reply> add(RoutingContext ctx) throws RequestRefused {
        Caller caller = SignedInResident.of(ctx).caller();
        UUID eid = Handles.inPath(ctx, "id");
        RequestKey key = RequestKeys.ofResident(ctx);
        KioskNumberRequest json = Bodies.read(ctx, KioskNumberRequest.class);
        PhoneProofs.Sent sent = PhoneProofs.read(json.challenge(), json.signature(), json.attestation());
        return phones.judge(ctx.vertx(), caller, sent)
                .compose(phone -> bindings.kioskNumber(caller, eid, phone, key))
                .compose(answer -> replies.of(
                        ctx,
                        answer,
                        201,
                        shown -> new KioskNumberAnswer(
                                shown.number(), MacauTime.of(shown.pending().expires()))));
    }

    private Future<Reply> state(RoutingContext ctx) throws RequestRefused {
        Query.of(ctx);
        Caller caller = SignedInResident.of(ctx).caller();
        UUID eid = Handles.inPath(ctx, "id");
        UUID challenge = Handles.inPath(ctx, "challenge");
        return bindings.kioskNumberState(caller, eid, challenge)
                .compose(answer -> replies.given(ctx, answer, 200, states::of));
    }
}
