package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.resident.AccessRecordView;
import mo.farol.core.resident.BindingView;
import mo.farol.core.resident.EidView;
import mo.farol.core.resident.NoticeView;
import mo.farol.core.resident.Page;
import mo.farol.core.resident.ResidentViews;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;

/** Every view first finds out who is visible, and then reads of nobody else. */
public final class PostgresResidentViews implements ResidentViews {
    private static final String BINDINGS = SqlText.of(PostgresResidentViews.class, "bindings.sql");

    private final Connections connections;
    private final People people;
    private final EidReader eids;
    private final BindingReader bindings;
    private final RecordPages records;
    private final EventPages events;
    private final NoticePages notices;

    PostgresResidentViews(Connections connections, People people, EidReader eids, BindingReader bindings) {
        this.connections = connections;
        this.people = people;
        this.eids = eids;
        this.bindings = bindings;
        this.records = new RecordPages(connections);
        this.events = new EventPages(connections);
        this.notices = new NoticePages(connections);
    }

    @Override
    public Future<List<EidView>> eids(long resident) {
        return people.visibleTo(resident, Person.NAMES).compose(visible -> eids.eids(visible, resident));
    }

    @Override
    public Future<Optional<List<BindingView>>> bindings(long resident, UUID eid) {
        return people.visibleTo(resident, Optional.of(eid))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : bindings(found.getFirst()).map(Optional::of));
    }

    @Override
    public Future<Page<AccessRecordView>> accessRecords(
            long resident, Optional<UUID> eid, Optional<UUID> after, int atMost) {
        return people.visibleTo(resident, eid).compose(found -> records.page(found, Listing.of(after, atMost)));
    }

    @Override
    public Future<Page<EidEvent>> events(long resident, Optional<UUID> eid, Optional<UUID> after, int atMost) {
        return people.visibleTo(resident, eid).compose(found -> events.page(found, Listing.of(after, atMost)));
    }

    @Override
    public Future<Page<NoticeView>> notices(long resident, boolean unreadOnly, Optional<UUID> after, int atMost) {
        return people.visibleTo(resident, Optional.empty())
                .compose(found -> notices.page(resident, found, unreadOnly, Listing.of(after, atMost)));
    }

    @Override
    public Future<Boolean> markRead(long resident, UUID notice) {
        return notices.markRead(resident, notice);
    }

    private Future<List<BindingView>> bindings(Person of) {
        return connections
                .ask(BINDINGS, Tuple.of(of.row()))
                .map(rows -> Listing.all(rows, row -> bindings.read(row, of)));
    }
}
