package mo.farol.core.binding.life;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Eid;

/** One thing that has to hold for an act. */
@FunctionalInterface
interface Condition {
    /** Why it does not hold; empty when it does. */
    Optional<BindingRefusal> broken(Eid eid, Instant now);

    /** The first that does not hold, in the order given: what somebody is told of depends on it. */
    static Optional<BindingRefusal> firstBroken(Eid eid, Instant now, Condition... conditions) {
        return Stream.of(conditions)
                .map(condition -> condition.broken(eid, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<BindingRefusal> unless(boolean holds, BindingRefusal why) {
        return holds ? Optional.empty() : Optional.of(why);
    }
}
