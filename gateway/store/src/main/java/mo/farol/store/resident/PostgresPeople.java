package mo.farol.store.resident;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mo.farol.core.resident.Accounts;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.core.resident.Reports;
import mo.farol.core.resident.ResidentViews;
import mo.farol.core.verification.AttemptIds;
import mo.farol.store.atrest.AccountIndex;
import mo.farol.store.atrest.AtRestKeys;
import mo.farol.store.atrest.NumberIndex;
import mo.farol.store.atrest.Opening;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.connection.Connections;

/**
 * The ports about residents, wired: they share who may see whom, and the keys that are unwrapped.
 *
 * @param visible the rows of those whom a resident may see now, their own among them
 */
public record PostgresPeople(
        ResidentViews views,
        Accounts accounts,
        Reports reports,
        OperatorLookUps lookUps,
        Function<Long, Future<Set<Long>>> visible) {
    private static final int CACHED_DATA_KEYS = 20_000;

    public static PostgresPeople in(Connections connections, AtRestKeys keys, SealedTexts texts, SecureRandom random) {
        PersonReader reader = new PersonReader(new Opening(keys, CACHED_DATA_KEYS));
        People people = new People(connections, reader);
        BindingReader bindings = new BindingReader(texts);
        EidReader eids = new EidReader(connections, reader, bindings);
        AttemptIds ids = new AttemptIds(InstantSource.system(), random);
        return new PostgresPeople(
                new PostgresResidentViews(connections, people, eids, bindings),
                new PostgresAccounts(connections, new AccountIndex(keys)),
                new PostgresReports(connections, people, texts, ids::next),
                new PostgresOperatorLookUps(
                        connections, new NumberIndex(keys), people, eids, new LookUpRecords(connections, random)),
                resident -> people.visibleTo(resident, Optional.empty())
                        .map(visible -> visible.stream().map(Person::row).collect(Collectors.toSet())));
    }
}
