package mo.farol.server.replay;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import mo.farol.core.binding.OperatorCaller;
import mo.farol.core.registry.Enrolments;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.RegisteredName;
import mo.farol.core.registry.RegisteredTerminal;

/** Enrolments whose suspensions are told to the caches once they are committed, or may be. */
public record ToldEnrolments(Enrolments enrolments, ChangeNews news) implements Enrolments {
    @Override
    public Future<Void> suspendTerminal(long terminal, boolean suspended, OperatorCaller by) {
        return told(enrolments.suspendTerminal(terminal, suspended, by), new OutdatedFact.Terminal(terminal));
    }

    @Override
    public Future<Void> suspendInstitution(long institution, boolean suspended, OperatorCaller by) {
        return told(enrolments.suspendInstitution(institution, suspended, by), new OutdatedFact.AllTerminals());
    }

    @Override
    public Future<Void> suspendMeans(long means, boolean suspended, OperatorCaller by) {
        return told(enrolments.suspendMeans(means, suspended, by), new OutdatedFact.AllTerminals());
    }

    /** Also of one whose outcome is unknown: forgetting too much costs a look-up. Told before anybody hears that it is done. */
    private Future<Void> told(Future<Void> change, OutdatedFact fact) {
        return change.andThen(done -> news.outdated(fact));
    }

    @Override
    public Future<Long> addTerminal(NewTerminal terminal, OperatorCaller by) {
        return enrolments.addTerminal(terminal, by);
    }

    @Override
    public Future<Optional<RegisteredTerminal>> terminal(String name) {
        return enrolments.terminal(name);
    }

    @Override
    public Future<List<RegisteredTerminal>> terminals(String after, int atMost) {
        return enrolments.terminals(after, atMost);
    }

    @Override
    public Future<Optional<RegisteredName>> institution(long row) {
        return enrolments.institution(row);
    }

    @Override
    public Future<Optional<RegisteredName>> institution(String name) {
        return enrolments.institution(name);
    }

    @Override
    public Future<List<RegisteredName>> institutions(String after, int atMost) {
        return enrolments.institutions(after, atMost);
    }

    @Override
    public Future<Optional<RegisteredName>> means(long row) {
        return enrolments.means(row);
    }

    @Override
    public Future<Optional<RegisteredName>> means(String name) {
        return enrolments.means(name);
    }

    @Override
    public Future<List<RegisteredName>> meansList(String after, int atMost) {
        return enrolments.meansList(after, atMost);
    }
}
