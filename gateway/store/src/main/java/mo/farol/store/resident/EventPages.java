package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import mo.farol.core.binding.Actor;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NewEvent;
import mo.farol.core.resident.Page;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;

/** What was done to e-IDs, and what was refused, page by page. */
final class EventPages {
    private static final String SQL = SqlText.of(EventPages.class, "events.sql");
    private static final StoredNumbers<EventKind> KINDS = new StoredNumbers<>(EventKind.class, EventKind::number);
    private static final StoredNumbers<Channel> CHANNELS = new StoredNumbers<>(Channel.class, Channel::number);
    private static final StoredNumbers<BindingRefusal> REFUSALS =
            new StoredNumbers<>(BindingRefusal.class, BindingRefusal::number);

    private final Connections connections;

    EventPages(Connections connections) {
        this.connections = connections;
    }

    Future<Page<EidEvent>> page(List<Person> of, Listing listing) {
        Map<Long, UUID> handles = of.stream().collect(Collectors.toMap(Person::row, Person::handle));
        Long[] residents = handles.keySet().toArray(Long[]::new);
        return connections
                .ask(SQL, Tuple.of(residents, listing.before(), listing.rows()))
                .map(rows -> listing.page(rows, row -> event(row, handles::get), EidEvent::id));
    }

    private static EidEvent event(Row row, Function<Long, UUID> handles) {
        long resident = row.getLong("resident");
        int refusal = row.getInteger("refusal");
        return new EidEvent(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                resident,
                handles.apply(resident),
                row.getUUID("binding_handle"),
                row.getLong("key_id"),
                new NewEvent(
                        KINDS.of(row.getInteger("kind")),
                        row.getLong("binding"),
                        refusal == 0 ? Optional.empty() : Optional.of(REFUSALS.of(refusal)),
                        CHANNELS.of(row.getInteger("channel")),
                        actor(row),
                        row.getString("reason"),
                        row.getString("detail")));
    }

    private static Actor actor(Row row) {
        int actor = row.getInteger("actor");
        return switch (actor) {
            case 1 -> new Actor.Resident(row.getLong("by_row"));
            case 2 -> new Actor.Operator(List.of(row.getArrayOfStrings("by_names")));
            case 3 -> new Actor.Kiosk(row.getLong("by_row"));
            case 4 -> new Actor.Policy();
            default -> throw new IllegalStateException("the database has an actor that nobody is: " + actor);
        };
    }
}
