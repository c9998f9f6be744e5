package mo.farol.simulation.postgres;

import java.util.List;
import java.util.Set;

/** What a statement does after it has read its snapshot. */
interface Plan {
    /** What it takes first, in this order. */
    default List<Insert> inserts() {
        return List.of();
    }

    /** What it writes then. */
    default List<Insert> then(Set<Insert> taken) {
        return List.of();
    }

    /** What a planted bug commits only after the answer. */
    default List<Change> afterwards() {
        return List.of();
    }

    /** Whether the commit writes, and so waits for the standby, even when no row is written. */
    default boolean writes() {
        return false;
    }

    List<ModelRow> rows(Set<Insert> taken);
}
