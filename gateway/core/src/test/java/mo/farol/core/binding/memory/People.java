package mo.farol.core.binding.memory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mo.farol.core.binding.AccountName;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.Eid;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.Guardianship;
import mo.farol.core.binding.HeldBinding;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.registry.CardStatus;

/** Synthetic residents, their cards, guardians and bindings. Everything happens under its monitor, one thing at a time. */
public final class People {
    private final Map<Long, Person> byRow = new TreeMap<>();
    private long lastBinding = 1000;

    /** Adds a resident with a card in force until 2033: the new row. */
    public synchronized long add(LocalDate born, boolean multiple) {
        long row = byRow.size() + 1L;
        HeldCard card = new HeldCard(CardStatus.IN_FORCE, LocalDate.of(2033, 6, 30), 0, false);
        byRow.put(row, new Person(row, born, multiple, card));
        return row;
    }

    /** As the importer enters it, with sequence 0. */
    public synchronized void guardian(long minor, long guardian, GuardianKind kind) {
        enter(minor, guardian, kind, true, 0);
    }

    /** As a registry event has it; nobody is told. */
    public synchronized void card(long row, UnaryOperator<HeldCard> change) {
        Person person = person(row);
        person.card = change.apply(person.card);
    }

    public synchronized UUID handle(long row) {
        return person(row).handle;
    }

    /** A copy, as it stands now. */
    public synchronized Eid eid(long row) {
        Person person = person(row);
        return new Eid(
                row,
                person.handle,
                person.born,
                person.multiple,
                person.card,
                person.bindings,
                List.copyOf(person.guardians.values()),
                person.accounts);
    }

    synchronized void enter(long minor, long guardian, GuardianKind kind, boolean inForce, long sequence) {
        person(minor)
                .guardians
                .put(guardian, new Guardianship(guardian, kind, person(guardian).multiple, inForce, sequence));
    }

    /** Whether the account opens another e-ID, or ever did when nobody approved. */
    synchronized boolean isElsewhere(long row, Change.LinkAccount link) {
        return all().filter(person -> person.row != row)
                .flatMap(person -> person.accounts.stream())
                .anyMatch(held -> held.name().isSame(link.account()) && (held.linked() || !link.approved()));
    }

    /** Whose e-ID the account opens. */
    public synchronized Optional<Long> ownerOf(AccountName account) {
        return all().filter(person -> person.accounts.stream()
                        .anyMatch(held -> held.linked() && held.name().isSame(account)))
                .map(person -> person.row)
                .findFirst();
    }

    synchronized Stream<Person> all() {
        return List.copyOf(byRow.values()).stream();
    }

    synchronized long nextBinding() {
        return ++lastBinding;
    }

    Person person(long row) {
        Person person = byRow.get(row);
        if (person == null) {
            throw new IllegalArgumentException("no resident has this row");
        }
        return person;
    }

    static boolean isGuardianBound(Person person) {
        return person.bindings.stream()
                .anyMatch(binding -> binding.isLive() && binding.way().byGuardian());
    }

    static boolean has(Person person, UUID binding) {
        return person.bindings.stream().map(HeldBinding::handle).anyMatch(binding::equals);
    }
}
