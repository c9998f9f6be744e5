package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.resident.EidView;
import mo.farol.core.resident.GuardianView;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;

/** Makes whole e-IDs of people whose names were opened: with card, binding and guardians. */
final class EidReader {
    private static final String EIDS = SqlText.of(EidReader.class, "eids.sql");
    private static final String GUARDIANS = SqlText.of(EidReader.class, "guardians.sql");
    private static final StoredNumbers<CardStatus> CARDS = new StoredNumbers<>(CardStatus.class, CardStatus::number);
    private static final StoredNumbers<GuardianKind> KINDS =
            new StoredNumbers<>(GuardianKind.class, GuardianKind::number);

    private final Connections connections;
    private final PersonReader people;
    private final BindingReader bindings;

    EidReader(Connections connections, PersonReader people, BindingReader bindings) {
        this.connections = connections;
        this.people = people;
        this.bindings = bindings;
    }

    /**
     * @param self the row of who asks
     * @return in the order of {@code of}
     */
    Future<List<EidView>> eids(List<Person> of, long self) {
        Long[] rows = of.stream().map(Person::row).toArray(Long[]::new);
        return guardians(of)
                .compose(guardians -> connections.ask(EIDS, Tuple.of(rows)).map(found -> {
                    Map<Long, Row> byRow = new HashMap<>();
                    found.forEach(row -> byRow.put(row.getLong("id"), row));
                    List<EidView> eids = new ArrayList<>(of.size());
                    for (Person person : of) {
                        Row row = byRow.get(person.row());
                        if (row != null) {
                            eids.add(eid(person, self, row, guardians.getOrDefault(person.row(), List.of())));
                        }
                    }
                    return eids;
                }));
    }

    private EidView eid(Person person, long self, Row row, List<GuardianView> guardians) {
        Integer card = row.getInteger("card_status");
        return new EidView(
                person.row(),
                person.handle(),
                person.row() == self,
                person.isMinor(),
                person.multiple(),
                person.names(),
                // As the redeeming statement has it: without a card nothing is in force.
                card == null ? CardStatus.CANCELLED : CARDS.of(card),
                row.getLocalDate("expires"),
                guardians,
                row.getLong("binding") == null ? null : bindings.read(row, person));
    }

    private Future<Map<Long, List<GuardianView>>> guardians(List<Person> of) {
        Long[] minors = of.stream().filter(Person::isMinor).map(Person::row).toArray(Long[]::new);
        if (minors.length == 0) {
            return Future.succeededFuture(Map.of());
        }
        return connections.ask(GUARDIANS, Tuple.of(minors, Person.NAMES.mask())).map(found -> {
            Map<Long, List<GuardianView>> byMinor = new HashMap<>();
            found.forEach(row -> byMinor.computeIfAbsent(row.getLong("minor"), minor -> new ArrayList<>())
                    .add(guardian(row)));
            return byMinor;
        });
    }

    private GuardianView guardian(Row row) {
        Person guardian = people.read(row);
        return new GuardianView(
                guardian.handle(), KINDS.of(row.getInteger("kind")), guardian.names(), guardian.multiple());
    }
}
