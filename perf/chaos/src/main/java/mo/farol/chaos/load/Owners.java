package mo.farol.chaos.load;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.chaos.history.Line;

/** What each resident's fields are, as hashes, and which keys are theirs. */
final class Owners {
    private final Map<Integer, Map<String, String>> fields = new ConcurrentHashMap<>();
    private final Map<String, Line.Owner> byKey = new ConcurrentHashMap<>();

    /** @param released by field name, from a terminal of this institution */
    void learn(int resident, String institution, Map<String, String> released) {
        Map<String, String> known = fields.computeIfAbsent(resident, any -> new ConcurrentHashMap<>());
        released.forEach((field, hash) -> known.put(institution + "/" + field, hash));
    }

    /** From now on this resident's codes are made with that key. */
    Line.Owner has(Holder holder) {
        Line.Owner owner =
                new Line.Owner(holder.n(), holder.key(), Map.copyOf(fields.getOrDefault(holder.n(), Map.of())));
        byKey.put(holder.key(), owner);
        return owner;
    }

    Collection<Line.Owner> all() {
        return byKey.values();
    }
}
