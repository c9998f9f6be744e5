package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.CardEvent;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.GuardianshipEvent;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.binding.RequestKey;

/** Enters what the civil registry reports. An event that is sent again, by whomever, is the same request. */
final class RegistryFlow {
    private final BindingPorts ports;

    RegistryFlow(BindingPorts ports) {
        this.ports = ports;
    }

    Future<Answer<EidEvent>> card(OperatorCaller operator, CardEvent event) {
        RequestKey request = DerivedKey.of(
                List.of("card-event", event.resident(), event.id()),
                Arrays.asList(event.kind(), event.sequence(), String.valueOf(event.expires())));
        return ports.eids()
                .byRow(event.resident())
                .compose(person -> Answers.ifFound(
                        person,
                        eid -> ports.ledger()
                                .decide(eid.resident(), request, new CardEventRule(act(operator), event))
                                .map(Answers::of)));
    }

    Future<Answer<EidEvent>> guardianship(OperatorCaller operator, GuardianshipEvent event) {
        RequestKey request = DerivedKey.of(
                List.of("guardianship-event", event.minor(), event.guardian(), event.id()),
                List.of(event.kind(), event.granted(), event.sequence()));
        return ports.eids()
                .byRow(event.guardian())
                .compose(person -> Answers.ifFound(
                        person,
                        guardian -> ports.eids()
                                .byRow(event.minor())
                                .compose(child -> Answers.ifFound(
                                        child,
                                        minor -> ports.ledger()
                                                .decide(
                                                        minor.resident(),
                                                        request,
                                                        new GuardianshipRule(act(operator), event, guardian))
                                                .map(Answers::of)))));
    }

    private static Act act(OperatorCaller operator) {
        return Act.at(Channel.CIVIL_REGISTRY, operator, null);
    }
}
