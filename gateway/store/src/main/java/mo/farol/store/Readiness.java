package mo.farol.store;

import java.util.List;

/**
 * Whether this node may be sent verifications.
 *
 * @param problems why not, one short sentence each without personal data; empty when ready
 */
public record Readiness(List<String> problems) {
    public Readiness {
        problems = List.copyOf(problems);
    }

    public boolean ready() {
        return problems.isEmpty();
    }
}
