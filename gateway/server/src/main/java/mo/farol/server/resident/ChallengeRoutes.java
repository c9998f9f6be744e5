package mo.farol.server.resident;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.UUID;
import mo.farol.api.eid.Phone;
import mo.farol.api.resident.ChallengeAnswer;
import mo.farol.api.resident.ChallengeRequest;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Bindings.NewChallenge;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.binding.RequestKey;
import mo.farol.server.eid.Answering;
import mo.farol.server.eid.Base64Text;
import mo.farol.server.eid.Bodies;
import mo.farol.server.eid.Handles;
import mo.farol.server.eid.MacauTime;
import mo.farol.server.eid.OnceAnswered;
import mo.farol.server.eid.Replies;
import mo.farol.server.eid.Reply;
import mo.farol.server.eid.RequestKeys;
import mo.farol.server.eid.Words;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.http.Routes;
import mo.farol.server.signin.SignedInResident;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.P256;
import org.jspecify.annotations.Nullable;

/** {@code POST /resident/v1/e-ids/{id}/binding-challenges}. */
final class ChallengeRoutes implements Routes {
    private static final int LONGEST_NAME = 64;

    private final Bindings bindings;
    private final Replies replies;
    private final OnceAnswered once;
    private final SteppedUp steppedUp;

    /** @param stepUp answers a resident whose sign-in is not strong or fresh enough */
    ChallengeRoutes(Bindings bindings, Replies replies, OnceAnswered once, Handler<RoutingContext> stepUp) {
        this.bindings = bindings;
        this.replies = replies;
        this.once = once;
        this.steppedUp = new SteppedUp(stepUp);
    }

    @Override
    public void mount(Router router) {
        router.post("/resident/v1/e-ids/:id/binding-challenges")
                .handler(steppedUp)
                .handler(Answering.by(this::challenge));
    }

    private Future<Reply> challenge(RoutingContext ctx) throws RequestRefused {
        Caller caller = SignedInResident.of(ctx).caller();
        UUID eid = Handles.inPath(ctx, "id");
        RequestKey key = RequestKeys.ofResident(ctx);
        ChallengeRequest json = Bodies.read(ctx, ChallengeRequest.class);
        BindingPublicKey publicKey = publicKey(json.publicKey());
        PhoneInfo phone = phone(json.phone());
        UUID guardian = Handles.optional(json.guardian());
        return once.answer(
                key,
                () -> bindings.challenge(caller, eid, publicKey, phone, guardian)
                        .compose(answer -> replies.of(ctx, answer, 201, ChallengeRoutes::answer)));
    }

    /** A point that is not on the curve is no key; to bind it would bind nobody's phone. */
    private static BindingPublicKey publicKey(String text) throws RequestRefused {
        try {
            BindingPublicKey key = BindingPublicKey.of(Base64Text.url(text, BindingPublicKey.LENGTH));
            if (P256.isUsable(key)) {
                return key;
            }
        } catch (IllegalArgumentException notAPoint) {
            throw Bodies.invalid();
        }
        throw Bodies.invalid();
    }

    private static PhoneInfo phone(@Nullable Phone phone) throws RequestRefused {
        if (phone == null) {
            throw Bodies.invalid();
        }
        return new PhoneInfo(Words.said(phone.name(), LONGEST_NAME), Words.said(phone.model(), LONGEST_NAME));
    }

    private static ChallengeAnswer answer(NewChallenge made) {
        Challenge challenge = made.challenge();
        return new ChallengeAnswer(
                challenge.id(),
                Base64Text.url(challenge.nonce()),
                HexFormat.of().toHexDigits(challenge.keyId().value()),
                MacauTime.of(challenge.expires()),
                made.faceAllowed());
    }
}
