package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.resident.NoticeView;
import mo.farol.core.resident.Page;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;

/** A resident's notices, page by page. */
final class NoticePages {
    private static final String SQL = SqlText.of(NoticePages.class, "notices.sql");
    private static final String MARK_READ = """
            UPDATE notice SET read_at = coalesce(read_at, statement_timestamp()) WHERE id = $1 AND resident = $2
            """;
    private static final StoredNumbers<NoticeKind> KINDS = new StoredNumbers<>(NoticeKind.class, NoticeKind::number);

    /** Who was a guardian is told that it ended, and with it what they bound; the rest is the child's again. */
    private static final Integer[] OF_FORMER_WARDS = Stream.of(
                    NoticeKind.UNBOUND, NoticeKind.GUARDIAN_WITHDRAWN, NoticeKind.TURNED_18)
            .map(NoticeKind::number)
            .toArray(Integer[]::new);

    private final Connections connections;

    NoticePages(Connections connections) {
        this.connections = connections;
    }

    /** @param about the resident and their wards now */
    Future<Page<NoticeView>> page(long resident, List<Person> about, boolean unreadOnly, Listing listing) {
        Long[] visible = about.stream().map(Person::row).toArray(Long[]::new);
        return connections
                .ask(SQL, Tuple.of(resident, listing.before(), visible, OF_FORMER_WARDS, unreadOnly, listing.rows()))
                .map(rows -> listing.page(rows, NoticePages::view, NoticeView::id));
    }

    Future<Boolean> markRead(long resident, UUID notice) {
        return connections.ask(MARK_READ, Tuple.of(notice, resident)).map(rows -> rows.rowCount() == 1);
    }

    private static NoticeView view(Row row) {
        return new NoticeView(
                row.getUUID("id"),
                KINDS.of(row.getInteger("kind")),
                row.getOffsetDateTime("at").toInstant(),
                row.getUUID("handle"),
                row.getBoolean("self"),
                row.getUUID("event"),
                row.getString("institution_name"),
                BindingReader.instant(row.getOffsetDateTime("read_at")));
    }
}
