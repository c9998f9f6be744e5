package mo.farol.gatling.people;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Who has unbound their phone, and what that allows a gateway to say: a code made after the acknowledgement must be
 * refused; one made before it may go either way once the unbinding was asked for.
 */
public final class Unbindings implements Expectation {
    private static final String UNBOUND = "unbound";

    private final LongSupplier nanoTime;
    private final Set<Integer> asked = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong acceptedTooLate = new AtomicLong();

    public Unbindings(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The request is about to leave. */
    public void asked(Resident resident) {
        asked.add(resident.n());
    }

    /** The gateway has answered that it is done. */
    public void acknowledged(Resident resident) {
        acknowledged.put(resident.n(), nanoTime.getAsLong());
    }

    @Override
    public Optional<String> amiss(Showing showing, String said) {
        int n = showing.resident().n();
        if (said.equals(UNBOUND)) {
            return asked.contains(n)
                    ? Optional.empty()
                    : Optional.of("unbound before this run: the kit was used up by another");
        }
        Long since = acknowledged.get(n);
        boolean late = since != null && showing.madeAt() - since > 0;
        if (late && ACCEPTED.contains(said)) {
            acceptedTooLate.incrementAndGet();
        }
        return late ? Optional.of("after an acknowledged unbinding: " + said) : FRESH.amiss(showing, said);
    }

    public int count() {
        return acknowledged.size();
    }

    /** Codes made after an acknowledgement and accepted all the same. */
    public long acceptedTooLate() {
        return acceptedTooLate.get();
    }
}
