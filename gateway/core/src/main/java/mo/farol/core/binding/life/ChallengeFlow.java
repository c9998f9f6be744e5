package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Challenge;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/** Makes challenges for phones that want to be bound. Whoever may not bind is told now, not after a face check. */
final class ChallengeFlow {
    private static final int NONCE_LENGTH = 32;
    /** No row: whoever was named has no e-ID here. */
    private static final long NOBODY = -1;

    private final BindingPorts ports;
    private final BindingPolicy policy;
    private final Found found;
    private final Now now;
    private final Recorder recorder;

    ChallengeFlow(BindingPorts ports, BindingPolicy policy) {
        this.ports = ports;
        this.policy = policy;
        this.found = new Found(ports);
        this.now = new Now(ports.time());
        this.recorder = new Recorder(ports);
    }

    Future<Answer<Bindings.NewChallenge>> challenge(
            Caller caller, UUID eid, BindingPublicKey key, PhoneInfo phone, @Nullable UUID guardian) {
        if (!caller.steppedUp()) {
            return Answers.stepUpNeeded();
        }
        return found.own(caller, eid)
                .compose(mine -> Answers.ifFound(
                        mine, own -> actor(own, guardian).compose(actor -> make(caller, own, actor, key, phone))));
    }

    private Future<Long> actor(Eid own, @Nullable UUID guardian) {
        return guardian == null
                ? Future.succeededFuture(own.resident())
                : ports.eids()
                        .byHandle(guardian)
                        .map(named -> named.filter(each -> !each.card().dead())
                                .filter(each -> each.resident() != own.resident())
                                .map(Eid::resident)
                                .orElse(NOBODY));
    }

    private Future<Answer<Bindings.NewChallenge>> make(
            Caller caller, Eid own, long actor, BindingPublicKey key, PhoneInfo phone) {
        return now.read().compose(at -> {
            Optional<BindingRefusal> why = Condition.firstBroken(
                    own, at, PersonConditions.cardNotCancelled(), PersonConditions.mayBind(actor));
            if (why.isPresent()) {
                return recorder.refuse(own.resident(), Act.of(caller, null), atThisStage(why.get()), "challenge");
            }
            Challenge made = challenge(caller, own, actor, key, phone, at);
            boolean faceAllowed = !PersonConditions.isMultiple(own, actor);
            return ports.challenges()
                    .add(made)
                    .map(added -> new Answer.Given<>(new Bindings.NewChallenge(made, faceAllowed), false));
        });
    }

    /** There is no earlier challenge from which the person could have come of age. */
    private static BindingRefusal atThisStage(BindingRefusal why) {
        return why == BindingRefusal.NO_LONGER_A_MINOR ? BindingRefusal.NO_AUTHORITY : why;
    }

    private Challenge challenge(Caller caller, Eid own, long actor, BindingPublicKey key, PhoneInfo phone, Instant at) {
        return new Challenge(
                randomId(),
                own.resident(),
                actor,
                caller.session(),
                nonce(),
                new BindingKeyId(ports.random().nextLong()),
                key,
                phone,
                own.liveBinding().map(HeldBinding::id).orElse(null),
                at.plus(policy.challengeLife()));
    }

    private byte[] nonce() {
        byte[] nonce = new byte[NONCE_LENGTH];
        ports.random().nextBytes(nonce);
        return nonce;
    }

    /** A UUID of version 4 (RFC 9562, 5.4). */
    private UUID randomId() {
        long high = (ports.random().nextLong() & ~0xF000L) | 0x4000L;
        long low = (ports.random().nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
