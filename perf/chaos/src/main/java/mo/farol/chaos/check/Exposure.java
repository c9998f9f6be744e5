package mo.farol.chaos.check;

import java.util.Set;
import mo.farol.chaos.history.History;
import mo.farol.chaos.history.Line;
import mo.farol.chaos.history.Op;
import mo.farol.chaos.history.Said;

/**
 * What a history put promises to.
 *
 * @param kills processes ended without a word: a gateway, PostgreSQL's primary, or the primary that a failover fences
 * @param acknowledgedChanges of bindings, those that {@link ChangesStay} judges: unbound, suspended, superseded
 */
public record Exposure(long kills, long acknowledgedChanges) {
    public static final Exposure NONE = new Exposure(0, 0);
    private static final Set<String> KILLS = Set.of("kill-gateway", "kill-postgres", "failover");

    public static Exposure of(History history) {
        return new Exposure(
                history.all(Line.FaultMark.class).stream()
                        .filter(Exposure::isKill)
                        .count(),
                history.ops().stream().filter(Exposure::isChange).count());
    }

    private static boolean isKill(Line.FaultMark mark) {
        return mark.step().equals("stands") && KILLS.contains(mark.fault());
    }

    private static boolean isChange(Op op) {
        return op.act().endsOrSuspendsBinding() && op.said() == Said.DONE;
    }

    public Exposure plus(Exposure other) {
        return new Exposure(kills + other.kills, acknowledgedChanges + other.acknowledgedChanges);
    }
}
