package mo.farol.store.civilregistry;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.Content;
import mo.farol.core.civilregistry.Entry;
import mo.farol.core.civilregistry.ImportRun;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.Outcome;
import mo.farol.core.civilregistry.RegistryGuardianship;
import mo.farol.core.civilregistry.RegistryResident;
import mo.farol.core.civilregistry.RejectedLine;
import mo.farol.core.civilregistry.Rejection;
import mo.farol.store.connection.Connections;

/** One batch in one transaction: its rows, its rejections, and the place in the file behind it. */
final class BatchCommit {
    private final Connections connections;
    private final ResidentLoading residents;
    private final GuardianshipLoading guardianships;

    BatchCommit(Connections connections, ResidentLoading residents, GuardianshipLoading guardianships) {
        this.connections = connections;
        this.residents = residents;
        this.guardianships = guardianships;
    }

    /** Fails with {@link Displaced} when the import is not where the batch begins. */
    Future<ImportState> of(ImportRun run, Batch batch) {
        return connections
                .pool()
                .withTransaction(connection -> outcomes(connection, batch)
                        .compose(outcomes -> RejectionRows.add(connection, run, rejected(batch, outcomes))
                                .compose(noted -> ProgressRows.move(connection, run, batch, outcomes)))
                        .compose(Displaced::unlessThere));
    }

    private Future<List<Outcome>> outcomes(SqlConnection connection, Batch batch) {
        List<RegistryResident> people = only(batch, RegistryResident.class);
        List<RegistryGuardianship> authorities = only(batch, RegistryGuardianship.class);
        return (people.isEmpty() ? none() : residents.load(connection, people))
                .compose(ofPeople -> (authorities.isEmpty() ? none() : guardianships.load(connection, authorities))
                        .map(ofAuthorities -> inOrder(batch, ofPeople.iterator(), ofAuthorities.iterator())));
    }

    private static Future<List<Outcome>> none() {
        return Future.succeededFuture(List.of());
    }

    private static <C extends Content> List<C> only(Batch batch, Class<C> kind) {
        return batch.entries().stream()
                .map(Entry::content)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static List<Outcome> inOrder(Batch batch, Iterator<Outcome> ofPeople, Iterator<Outcome> ofAuthorities) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Entry entry : batch.entries()) {
            outcomes.add(
                    switch (entry.content()) {
                        case RegistryResident resident -> ofPeople.next();
                        case RegistryGuardianship authority -> ofAuthorities.next();
                        case Rejection rejection -> rejection;
                    });
        }
        return outcomes;
    }

    private static List<RejectedLine> rejected(Batch batch, List<Outcome> outcomes) {
        List<RejectedLine> lines = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Rejection rejection) {
                lines.add(new RejectedLine(batch.entries().get(i).end().line(), rejection));
            }
        }
        return lines;
    }

    /** The import is not where this process left it: an earlier try did commit, or another process imports the file. */
    static final class Displaced extends Exception {
        private static final long serialVersionUID = 1L;

        private Displaced() {
            super("the import is at another place", null, false, false);
        }

        static <T> Future<T> unlessThere(Optional<T> moved) {
            return moved.map(Future::succeededFuture).orElseGet(() -> Future.failedFuture(new Displaced()));
        }
    }
}
