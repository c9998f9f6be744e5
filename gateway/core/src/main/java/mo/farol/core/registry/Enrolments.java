package mo.farol.core.registry;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.OperatorCaller;

/**
 * Which terminals there are, of whom and by which approved means, and which may not verify now. Lists are in the order of
 * names. Everything fails with {@link mo.farol.core.verification.ArbiterUnreachable} when the database cannot be asked.
 */
public interface Enrolments {
    /** Who stands on record for what no operator did: a store that is filled before anybody signs in. */
    OperatorCaller NOBODY = new OperatorCaller("-");

    /**
     * Enrols a terminal and records who did, in one commit.
     *
     * @return the terminal's row; fails with {@link NameTaken} when another terminal has this name
     */
    Future<Long> addTerminal(NewTerminal terminal, OperatorCaller by);

    default Future<Long> addTerminal(NewTerminal terminal) {
        return addTerminal(terminal, NOBODY);
    }

    Future<Optional<RegisteredTerminal>> terminal(String name);

    /** @param after the name that the page begins after; empty: from the first */
    Future<List<RegisteredTerminal>> terminals(String after, int atMost);

    Future<Optional<RegisteredName>> institution(long row);

    Future<Optional<RegisteredName>> institution(String name);

    Future<List<RegisteredName>> institutions(String after, int atMost);

    Future<Optional<RegisteredName>> means(long row);

    Future<Optional<RegisteredName>> means(String name);

    Future<List<RegisteredName>> meansList(String after, int atMost);

    /**
     * Acts on every gateway from its answer on, and is recorded in the same commit. Fails with {@link
     * IllegalArgumentException} when there is no such row.
     */
    Future<Void> suspendTerminal(long terminal, boolean suspended, OperatorCaller by);

    /** As {@link #suspendTerminal}, for all terminals of an institution. */
    Future<Void> suspendInstitution(long institution, boolean suspended, OperatorCaller by);

    /** As {@link #suspendTerminal}, for all terminals of a means. */
    Future<Void> suspendMeans(long means, boolean suspended, OperatorCaller by);

    default Future<Void> suspendTerminal(long terminal, boolean suspended) {
        return suspendTerminal(terminal, suspended, NOBODY);
    }

    default Future<Void> suspendInstitution(long institution, boolean suspended) {
        return suspendInstitution(institution, suspended, NOBODY);
    }

    default Future<Void> suspendMeans(long means, boolean suspended) {
        return suspendMeans(means, suspended, NOBODY);
    }

    /** The name is another's. */
    final class NameTaken extends Exception {
        private static final long serialVersionUID = 1L;

        public NameTaken() {
            super("the name is taken", null, false, false);
        }
    }
}
