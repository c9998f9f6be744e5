package mo.farol.simulation.postgres;

import java.util.List;
import java.util.Set;

/** Changes of facts, made one transaction at a time for each table. */
record Updates(List<Insert> inserts) implements Plan {
    @Override
    public List<ModelRow> rows(Set<Insert> taken) {
        return List.of();
    }
}
