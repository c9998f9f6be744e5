package mo.farol.core.binding.memory;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.Eids;
import mo.farol.core.registry.IdNumber;

public final class MemoryEids implements Eids {
    private final People people;

    public MemoryEids(People people) {
        this.people = people;
    }

    @Override
    public Future<Optional<Eid>> byHandle(UUID eid) {
        return Future.succeededFuture(find(person -> person.handle.equals(eid)).map(each -> people.eid(each.row)));
    }

    @Override
    public Future<Optional<Eid>> byBinding(UUID binding) {
        synchronized (people) {
            return Future.succeededFuture(
                    find(person -> People.has(person, binding)).map(each -> people.eid(each.row)));
        }
    }

    @Override
    public Future<Optional<Eid>> byRow(long resident) {
        return Future.succeededFuture(find(person -> person.row == resident).map(each -> people.eid(each.row)));
    }

    @Override
    public Future<Optional<IdNumber>> numberOf(long resident) {
        return Future.succeededFuture(find(person -> person.row == resident).map(each -> each.number));
    }

    @Override
    public Future<Optional<Long>> rowOf(IdNumber number) {
        return Future.succeededFuture(
                find(person -> person.number.equals(number)).map(each -> each.row));
    }

    private Optional<Person> find(Predicate<Person> which) {
        return people.all().filter(which).findFirst();
    }
}
