package mo.farol.demo.cast;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import mo.farol.phone.operator.CardEvent;
import mo.farol.phone.operator.GuardianshipEvent;

/** Events of a civil registry that counts by the clock, so that its counts rise from one demo to the next too. */
public final class RegistryEvents {
    private static final AtomicLong LAST = new AtomicLong();

    private RegistryEvents() {}

    /** @param granted false: withdrawn */
    public static GuardianshipEvent guardian(UUID minor, UUID parent, boolean granted) {
        return new GuardianshipEvent(minor, parent, "parent", granted, "gr-" + UUID.randomUUID(), next());
    }

    /** @param kind such as {@code cancelled} */
    public static CardEvent card(UUID eid, String kind) {
        return CardEvent.of(eid, "cr-" + UUID.randomUUID(), next(), kind);
    }

    public static CardEvent newCard(UUID eid, LocalDate expires) {
        return CardEvent.issued(eid, "cr-" + UUID.randomUUID(), next(), expires);
    }

    private static long next() {
        return LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));
    }
}
