package mo.farol.core.binding.life;

import io.vertx.core.Future;
import java.util.random.RandomGenerator;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.EidLedger;
import mo.farol.core.binding.EventKind;

/** Puts on record what was refused before there was anything to decide. */
record Recorder(EidLedger ledger, RandomGenerator random) {
    Recorder(BindingPorts ports) {
        this(ports.ledger(), ports.random());
    }

    /** @param step during what it was refused */
    <T> Future<Answer<T>> refuse(long resident, Act act, BindingRefusal why, String step) {
        return ledger.decide(
                        resident,
                        DerivedKey.fresh(random),
                        (eid, now) -> act.refuse(EventKind.BOUND, null, why, Detail.of("step", step)))
                .map(entered -> Answers.of(entered, event -> {
                    throw new IllegalStateException("a refusal was recorded as done");
                }));
    }
}
