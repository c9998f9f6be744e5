package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import mo.farol.api.problem.ProblemCode;
import mo.farol.api.resident.BindAnswer;
import mo.farol.api.resident.BindRequest;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Bindings.FaceProof;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.PastEvents;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.resident.ResidentViews;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.Receipts;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.ShownBindings;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.proof.FaceAssertions;
import mo.farol.server.signin.SignedInResident;

/** {@code POST /resident/v1/e-ids/{id}/bindings}: the phone's signature and a checked face bind it. */
final class BindRoutes implements Routes {
    private static final int LONGEST_ASSERTION = 8192;

    private final Bindings bindings;
    private final PhoneProofs phones;
    private final FaceAssertions faces;
    private final ResidentViews views;
    private final PastEvents past;
    private final Replies replies;
    private final SteppedUp steppedUp;

    BindRoutes(
            Bindings bindings,
            PhoneProofs phones,
            FaceAssertions faces,
            ResidentViews views,
            PastEvents past,
            Replies replies,
            Handler<RoutingContext> stepUp) {
        this.bindings = bindings;
        this.phones = phones;
        this.faces = faces;
        this.views = views;
        this.past = past;
        this.replies = replies;
        this.steppedUp = new SteppedUp(stepUp);
    }

    @Override
    public void mount(Router router) {
        router.post("/resident/v1/e-ids/:id/bindings").handler(steppedUp).handler(Answering.by(this::bind));
    }

    private Future<Reply> bind(RoutingContext ctx) throws RequestRefused {
        Caller caller = SignedInResident.of(ctx).caller();
        UUID eid = Handles.inPath(ctx, "id");
        RequestKey key = RequestKeys.ofResident(ctx);
        BindRequest json = Bodies.read(ctx, BindRequest.class);
        PhoneProofs.Sent sent = PhoneProofs.read(json.challenge(), json.signature(), json.attestation());
        String assertion = Words.said(json.faceAssertion(), LONGEST_ASSERTION);
        return past.answerTo(key)
                .compose(answered -> answered.map(Future::succeededFuture)
                        .orElseGet(() -> phones.judge(ctx.vertx(), caller, sent)
                                .compose(phone -> faces.read(assertion).map(check -> new FaceProof(phone, check)))
                                .compose(proof -> bindings.bind(caller, eid, proof, key))))
                .compose(answer -> replies.given(ctx, answer, 201, event -> bound(caller, event)));
    }

    /** An answer that comes again after the e-ID has ceased to be the caller's finds nothing of theirs. */
    private Future<Object> bound(Caller caller, EidEvent event) {
        return views.bindings(caller.resident(), event.eid())
                .compose(found -> found.stream()
                        .flatMap(bindings -> bindings.stream())
                        .filter(binding -> binding.id().equals(event.binding()))
                        .findFirst()
                        .map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(new RequestRefused(ProblemCode.NOT_FOUND))))
                .map(binding -> new BindAnswer(ShownBindings.of(binding), Receipts.of(event)));
    }
}
