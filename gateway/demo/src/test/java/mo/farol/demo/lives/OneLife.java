package mo.farol.demo.lives;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import mo.farol.phone.wallet.EventLine;

/**
 * Plays an e-ID's recorded events again: at no instant more than one binding lives, and nothing is done to one that has
 * ended (I12). What one act did carries one time.
 */
final class OneLife {
    private final Set<UUID> live = new TreeSet<>();
    private final Set<UUID> suspended = new TreeSet<>();
    private int most;

    /** @param newestFirst all events of one e-ID */
    static OneLife of(List<EventLine> newestFirst) {
        OneLife life = new OneLife();
        life.acts(newestFirst).values().forEach(life::play);
        return life;
    }

    /** The largest number of bindings that lived at once. */
    int mostAtOnce() {
        return most;
    }

    Set<UUID> live() {
        return Collections.unmodifiableSet(live);
    }

    private SequencedMap<String, List<EventLine>> acts(List<EventLine> newestFirst) {
        SequencedMap<String, List<EventLine>> acts = new LinkedHashMap<>();
        for (EventLine event : newestFirst.reversed()) {
            if (event.refused() == null && event.binding() != null) {
                acts.computeIfAbsent(event.at(), at -> new java.util.ArrayList<>())
                        .add(event);
            }
        }
        return acts;
    }

    /** What ends a binding before what begins one: they are one commit. */
    private void play(List<EventLine> act) {
        act.stream().filter(event -> !event.act().equals("bound")).forEach(this::end);
        act.stream().filter(event -> event.act().equals("bound")).forEach(event -> live.add(event.binding()));
        most = Math.max(most, live.size());
    }

    private void end(EventLine event) {
        Map<String, Runnable> acts = Map.of(
                "superseded", () -> require(live.remove(event.binding()), event),
                "unbound", () -> require(live.remove(event.binding()), event),
                "suspended", () -> require(live.contains(event.binding()) && suspended.add(event.binding()), event),
                "resumed", () -> require(live.contains(event.binding()) && suspended.remove(event.binding()), event));
        acts.getOrDefault(event.act(), () -> {}).run();
    }

    private static void require(boolean holds, EventLine event) {
        if (!holds) {
            throw new AssertionError(event.act() + " cannot follow what was recorded before it: event " + event.id());
        }
    }
}
