package mo.farol.core.binding.life;

import static mo.farol.core.binding.BindingRefusal.CHALLENGE_EXPIRED;
import static mo.farol.core.binding.BindingRefusal.CHALLENGE_UNKNOWN;

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
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.RequestKey;

/** Binds by a face check. */
final class FaceFlow {
    private final BindingPorts ports;
    private final BindingPolicy policy;
    private final Found found;
    private final Now now;
    private final Recorder recorder;
    private final PhoneSignature signatures;

    FaceFlow(BindingPorts ports, BindingPolicy policy) {
        this.ports = ports;
        this.policy = policy;
        this.found = new Found(ports);
        this.now = new Now(ports.time());
        this.recorder = new Recorder(ports);
        this.signatures = new PhoneSignature(ports.crypto());
    }

    Future<Answer<Bindings.FaceCheckSubject>> subject(Caller caller, UUID eid, UUID challenge) {
        return found.own(caller, eid)
                .compose(mine -> Answers.ifFound(
                        mine,
                        own -> found.challenge(caller, own, challenge)
                                .compose(asked -> now.read().compose(at -> subject(caller, own, asked, at)))));
    }

    private Future<Answer<Bindings.FaceCheckSubject>> subject(
            Caller caller, Eid own, Optional<Challenge> asked, Instant at) {
        Optional<BindingRefusal> why =
                asked.map(challenge -> broken(own, challenge, at)).orElse(Optional.of(CHALLENGE_UNKNOWN));
        return why.isPresent()
                ? recorder.refuse(own.resident(), Act.of(caller, null), why.get(), "face_check")
                : subject(asked.orElseThrow());
    }

    private static Optional<BindingRefusal> broken(Eid own, Challenge challenge, Instant at) {
        return Condition.firstBroken(
                own,
                at,
                ProofConditions.notExpired(challenge.expires(), CHALLENGE_EXPIRED),
                PersonConditions.cardNotCancelled(),
                PersonConditions.mayBind(challenge.actor()),
                PersonConditions.faceAllowed(challenge.actor()),
                PersonConditions.nothingBoundSince(challenge));
    }

    private Future<Answer<Bindings.FaceCheckSubject>> subject(Challenge challenge) {
        return ports.eids()
                .byRow(challenge.actor())
                .compose(person -> ports.eids()
                        .numberOf(challenge.actor())
                        .map(number -> new Answer.Given<>(
                                new Bindings.FaceCheckSubject(
                                        person.orElseThrow().handle(), number.orElseThrow(), challenge.id()),
                                false)));
    }

    Future<Answer<EidEvent>> bind(Caller caller, UUID eid, Bindings.FaceProof proof, RequestKey request) {
        if (!caller.steppedUp()) {
            return Answers.stepUpNeeded();
        }
        return found.own(caller, eid).compose(mine -> Answers.ifFound(mine, own -> bind(caller, own, proof, request)));
    }

    private Future<Answer<EidEvent>> bind(Caller caller, Eid own, Bindings.FaceProof proof, RequestKey request) {
        return found.challenge(caller, own, proof.phone().challenge())
                .map(asked -> new BindRule(
                        Act.of(caller, null), asked, signatures.holds(asked, own, proof.phone()), proof, policy))
                .compose(rule -> ports.ledger().decide(own.resident(), request, rule))
                .map(Answers::of);
    }
}
