package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.CardEvent;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.KioskCheck;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.PhoneInfo;
import mo.farol.core.binding.RequestKey;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.token.BindingPublicKey;
import org.jspecify.annotations.Nullable;

/** Every use-case of an e-ID's life on phones, each handed to the flow that knows it. */
public final class EidLife implements Bindings {
    private final ChallengeFlow challenges;
    private final FaceFlow faces;
    private final KioskFlow kiosks;
    private final MoveFlow moves;
    private final CounterFlow counters;
    private final RegistryFlow registry;

    public EidLife(BindingPorts ports, BindingPolicy policy) {
        this.challenges = new ChallengeFlow(ports, policy);
        this.faces = new FaceFlow(ports, policy);
        this.kiosks = new KioskFlow(ports, policy);
        this.moves = new MoveFlow(ports);
        this.counters = new CounterFlow(ports, policy);
        this.registry = new RegistryFlow(ports);
    }

    @Override
    public Future<Answer<NewChallenge>> challenge(
            Caller caller, UUID eid, BindingPublicKey key, PhoneInfo phone, @Nullable UUID guardian) {
        return challenges.challenge(caller, eid, key, phone, guardian);
    }

    @Override
    public Future<Answer<FaceCheckSubject>> faceCheckSubject(Caller caller, UUID eid, UUID challenge) {
        return faces.subject(caller, eid, challenge);
    }

    @Override
    public Future<Answer<EidEvent>> bind(Caller caller, UUID eid, FaceProof proof, RequestKey request) {
        return faces.bind(caller, eid, proof, request);
    }

    @Override
    public Future<Answer<ShownNumber>> kioskNumber(Caller caller, UUID eid, PhoneProof proof, RequestKey request) {
        return kiosks.number(caller, eid, proof, request);
    }

    @Override
    public Future<Answer<KioskNumber>> kioskNumberState(Caller caller, UUID eid, UUID challenge) {
        return kiosks.state(caller, eid, challenge);
    }

    @Override
    public Future<Answer<EidEvent>> bindAtKiosk(
            TerminalIdentity kiosk, String number, KioskCheck check, RequestKey request) {
        return kiosks.bind(kiosk, number, check, request);
    }

    @Override
    public Future<Answer<EidEvent>> suspend(Caller caller, UUID binding, @Nullable String reason, RequestKey request) {
        return moves.move(caller, BindingAct.SUSPEND, binding, reason, request);
    }

    @Override
    public Future<Answer<EidEvent>> resume(Caller caller, UUID binding, @Nullable String reason, RequestKey request) {
        return moves.move(caller, BindingAct.RESUME, binding, reason, request);
    }

    @Override
    public Future<Answer<EidEvent>> unbind(Caller caller, UUID binding, @Nullable String reason, RequestKey request) {
        return moves.move(caller, BindingAct.UNBIND, binding, reason, request);
    }

    @Override
    public Future<Answer<EidEvent>> unbindAtCounter(
            OperatorCaller operator, UUID binding, String reason, RequestKey request) {
        return moves.unbindAtCounter(operator, binding, reason, request);
    }

    @Override
    public Future<Answer<UUID>> openCounterCase(
            OperatorCaller operator, String number, UUID actor, String reason, RequestKey request) {
        return counters.open(operator, number, actor, reason, request);
    }

    @Override
    public Future<Answer<EidEvent>> approveCounterCase(OperatorCaller operator, UUID counterCase, RequestKey request) {
        return counters.approve(operator, counterCase, request);
    }

    /** @param request not used: the registry's own id of the event says which request it is */
    @Override
    public Future<Answer<EidEvent>> cardEvent(OperatorCaller operator, CardEvent event, RequestKey request) {
        return registry.card(operator, event);
    }

    /** @param request not used: the registry's own id of the event says which request it is */
    @Override
    public Future<Answer<EidEvent>> guardianshipEvent(
            OperatorCaller operator, GuardianshipEvent event, RequestKey request) {
        return registry.guardianship(operator, event);
    }
}
