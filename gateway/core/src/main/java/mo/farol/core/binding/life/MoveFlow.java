package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingAct;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Caller;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;
import org.jspecify.annotations.Nullable;

/** Suspends, resumes and unbinds: by the people concerned, and at the counter. */
final class MoveFlow {
    private final BindingPorts ports;
    private final Found found;

    MoveFlow(BindingPorts ports) {
        this.ports = ports;
        this.found = new Found(ports);
    }

    /** By who has it on their phone or portal. Suspending is for a moment of fright: an ordinary sign-in does. */
    Future<Answer<EidEvent>> move(
            Caller caller, BindingAct move, UUID binding, @Nullable String reason, RequestKey request) {
        if (move != BindingAct.SUSPEND && !caller.steppedUp()) {
            return Answers.stepUpNeeded();
        }
        MoveRule rule = new MoveRule(Act.of(caller, reason), binding, move, PersonConditions.mayAct(caller.resident()));
        return found.ownOrWards(caller, binding)
                .compose(theirs -> Answers.ifFound(theirs, eid -> decide(eid, rule, request)));
    }

    Future<Answer<EidEvent>> unbindAtCounter(OperatorCaller operator, UUID binding, String reason, RequestKey request) {
        Act act = Act.at(Channel.DSI_COUNTER, operator, reason);
        MoveRule rule = new MoveRule(act, binding, BindingAct.UNBIND, (eid, now) -> Optional.empty());
        return ports.eids().byBinding(binding).compose(any -> Answers.ifFound(any, eid -> decide(eid, rule, request)));
    }

    private Future<Answer<EidEvent>> decide(Eid eid, MoveRule rule, RequestKey request) {
        return ports.ledger()
                .decide(eid.resident(), request, rule)
                .map(Answers::of)
                .compose(answer -> answer instanceof Answer.Refused<EidEvent> refused && hasEnded(refused.why())
                        ? withEarlierReceipt(refused, rule.binding())
                        : Future.succeededFuture(answer));
    }

    /** What has ended stays ended by the same event, so it may be read after the lock. */
    private Future<Answer<EidEvent>> withEarlierReceipt(Answer.Refused<EidEvent> refused, UUID binding) {
        return ports.eids()
                .byBinding(binding)
                .map(eid ->
                        eid.flatMap(each -> each.binding(binding)).flatMap(each -> Optional.ofNullable(each.endedBy())))
                .map(endedBy -> new Answer.Refused<>(refused.why(), refused.event(), refused.replayed(), endedBy));
    }

    private static boolean hasEnded(BindingRefusal why) {
        return why == BindingRefusal.ALREADY_UNBOUND || why == BindingRefusal.ALREADY_SUPERSEDED;
    }
}
