package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.CounterCase;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.KioskNumber;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;

/** Binds at a counter: one operator opens a case for the number on the phone, another closes it by binding. */
final class CounterFlow {
    private final BindingPorts ports;
    private final BindingPolicy policy;
    private final WrongNumber wrongNumber;

    CounterFlow(BindingPorts ports, BindingPolicy policy) {
        this.ports = ports;
        this.policy = policy;
        this.wrongNumber = new WrongNumber(ports);
    }

    Future<Answer<UUID>> open(OperatorCaller operator, String number, UUID actor, String reason, RequestKey request) {
        return ports.eids()
                .byHandle(actor)
                .compose(person -> Answers.ifFound(
                        person,
                        standing -> ports.kioskNumbers()
                                .tried(number, standing.resident(), request)
                                .compose(pending -> pending.map(each -> open(operator, each, reason, request))
                                        .orElseGet(() -> wrong(operator, standing.resident(), reason, request)))));
    }

    private Future<Answer<UUID>> wrong(OperatorCaller operator, long actor, String reason, RequestKey request) {
        return wrongNumber
                .enter(actor, request, Act.at(Channel.DSI_COUNTER, operator, reason))
                .map(entered -> Answers.of(entered, EidEvent::id));
    }

    private Future<Answer<UUID>> open(OperatorCaller operator, KioskNumber pending, String reason, RequestKey request) {
        Act act = Act.at(Channel.DSI_COUNTER, operator, reason);
        return ports.challenges()
                .find(pending.challenge())
                .compose(asked -> ports.ledger()
                        .decide(pending.resident(), request, new CounterCaseRule(act, pending, asked, policy)))
                .compose(entered -> Answers.ifDone(entered, done -> keep(operator, pending, reason, done)));
    }

    /** The case is named by the event that opened it, so the same request asked again finds the same case. */
    private Future<Answer<UUID>> keep(OperatorCaller operator, KioskNumber pending, String reason, Entered.Done done) {
        EidEvent event = done.event();
        CounterCase opened = new CounterCase(
                event.id(),
                pending.challenge(),
                pending.resident(),
                pending.actor(),
                operator.pseudonym(),
                reason,
                event.at().plus(policy.kioskNumberLife()));
        return ports.counterCases().add(opened).map(added -> new Answer.Given<>(event.id(), done.replayed()));
    }

    Future<Answer<EidEvent>> approve(OperatorCaller operator, UUID counterCase, RequestKey request) {
        return ports.counterCases()
                .find(counterCase)
                .compose(found -> Answers.ifFound(found, opened -> approve(operator, opened, request)));
    }

    private Future<Answer<EidEvent>> approve(OperatorCaller operator, CounterCase opened, RequestKey request) {
        return ports.kioskNumbers()
                .find(opened.challenge())
                .compose(pending -> ports.challenges()
                        .find(opened.challenge())
                        .compose(asked -> ports.ledger()
                                .decide(
                                        opened.resident(),
                                        request,
                                        new CounterBindRule(operator, opened, pending, asked, policy))))
                .map(Answers::of);
    }
}
