package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;

/** Who may see whom. It is asked anew for every view: a withdrawn authority or a birthday acts on the next one. */
final class People {
    private static final String SQL = SqlText.of(People.class, "visible.sql");
    private static final FieldSet BIRTH_DATE = FieldSet.of(Field.BIRTH_DATE);
    private static final Comparator<Person> ELDEST_FIRST = Comparator.comparing(
                    (Person person) -> person.born().orElse(LocalDate.MAX))
            .thenComparing(Person::row);

    private final Connections connections;
    private final PersonReader reader;

    People(Connections connections, PersonReader reader) {
        this.connections = connections;
        this.reader = reader;
    }

    /**
     * The resident first, then the minors in whose name they may act now, eldest first.
     *
     * @param opened which fields are needed; the birth date always is
     * @return empty when there is no such resident
     */
    Future<List<Person>> visibleTo(long resident, FieldSet opened) {
        return read(resident, true, opened).map(people -> {
            List<Person> visible = new ArrayList<>(
                    people.stream().filter(person -> person.row() == resident).toList());
            people.stream()
                    .filter(person -> person.row() != resident && person.isMinor())
                    .sorted(ELDEST_FIRST)
                    .forEach(visible::add);
            return visible;
        });
    }

    /** As {@link #visibleTo}, but of {@code eid} only, if it is given: nobody when it is not theirs. */
    Future<List<Person>> visibleTo(long resident, Optional<UUID> eid) {
        return visibleTo(resident, BIRTH_DATE)
                .map(people -> people.stream()
                        .filter(person -> eid.isEmpty() || eid.get().equals(person.handle()))
                        .toList());
    }

    /** One person and nobody else, whoever asks. */
    Future<List<Person>> only(long resident, FieldSet opened) {
        return read(resident, false, opened);
    }

    private Future<List<Person>> read(long resident, boolean wards, FieldSet opened) {
        return connections
                .ask(SQL, Tuple.of(resident, wards, opened.or(BIRTH_DATE).mask()))
                .map(rows -> Listing.all(rows, reader::read));
    }
}
