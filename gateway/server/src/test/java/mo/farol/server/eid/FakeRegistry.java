package mo.farol.server.eid;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.AccountOwners;
import mo.farol.core.binding.CounterCase;
import mo.farol.core.binding.CounterCases;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Eids;
import mo.farol.core.notice.Contacts;
import mo.farol.core.notice.PreferredLanguage;
import mo.farol.core.policy.Field;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.registry.NewResident;
import mo.farol.core.registry.ResidentEntry;
import mo.farol.core.resident.EidView;
import mo.farol.core.resident.OperatorLookUps;
import org.jspecify.annotations.Nullable;

/** Knows the parent and the child of {@link Samples}, and whoever is entered. */
public final class FakeRegistry implements Eids, OperatorLookUps, AccountOwners, ResidentEntry, Contacts, CounterCases {
    /** What operators looked up: pseudonym, reason, attempt. */
    public final List<List<Object>> lookUps = new CopyOnWriteArrayList<>();

    public final List<NewResident> entered = new CopyOnWriteArrayList<>();
    public final List<@Nullable String> emails = new CopyOnWriteArrayList<>();

    @Override
    public Future<Optional<Eid>> byHandle(UUID eid) {
        return Future.succeededFuture(
                people().stream().filter(person -> person.handle().equals(eid)).findFirst());
    }

    @Override
    public Future<Optional<Eid>> byBinding(UUID binding) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<Eid>> byRow(long resident) {
        return Future.succeededFuture(people().stream()
                .filter(person -> person.resident() == resident)
                .findFirst());
    }

    private static List<Eid> people() {
        return List.of(
                Samples.lockedEid(Samples.PARENT, Samples.EID), Samples.lockedEid(Samples.CHILD, Samples.CHILD_EID));
    }

    @Override
    public Future<Optional<IdNumber>> numberOf(long resident) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<Optional<Long>> rowOf(IdNumber number) {
        return Future.succeededFuture(
                number.value().equals(Samples.NUMBER) ? Optional.of(Samples.PARENT) : Optional.empty());
    }

    @Override
    public Future<Optional<EidView>> find(IdNumber number, String operator, String reason, UUID attempt) {
        lookUps.add(List.of(operator, reason, attempt));
        return rowOf(number).map(row -> row.map(found -> Samples.eid()));
    }

    @Override
    public AccountName name(String issuer, String subject) {
        return new AccountName(subject.getBytes(UTF_8), issuer.getBytes(UTF_8));
    }

    @Override
    public Future<Optional<Long>> ownerOf(AccountName account) {
        return Future.succeededFuture(Optional.empty());
    }

    @Override
    public Future<List<Long>> addResidents(List<NewResident> residents) {
        List<Long> rows = new ArrayList<>();
        for (NewResident resident : residents) {
            if (Samples.NUMBER.equals(resident.fields().get(Field.ID_NUMBER))) {
                return Future.failedFuture(new NumberTaken());
            }
            entered.add(resident);
            rows.add((long) entered.size());
        }
        return Future.succeededFuture(rows);
    }

    @Override
    public Future<List<UUID>> handles(List<Long> residents) {
        return Future.succeededFuture(
                residents.stream().map(row -> new UUID(0x4000, row)).toList());
    }

    @Override
    public Future<Void> set(long resident, @Nullable String email, PreferredLanguage language) {
        emails.add(resident + " " + email + " " + language);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> add(CounterCase opened) {
        return Future.succeededFuture();
    }

    @Override
    public Future<Optional<CounterCase>> find(UUID id) {
        return Future.succeededFuture(Optional.of(new CounterCase(
                id, Samples.CHALLENGE, Samples.PARENT, Samples.PARENT, "ana", "other", Samples.AT.plusSeconds(1800))));
    }
}
