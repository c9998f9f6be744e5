package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import mo.farol.core.binding.NoticeKind;
import mo.farol.core.resident.Reports;
import mo.farol.store.atrest.SealedText;
import mo.farol.store.atrest.SealedTexts;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;

/** Reports, one for each resident and record, sealed under the key of who reported. */
public final class PostgresReports implements Reports {
    private static final String ADD = SqlText.of(PostgresReports.class, "report.sql");
    private static final String EARLIER = "SELECT id FROM report WHERE resident = $1 AND record = $2";

    private final Connections connections;
    private final People people;
    private final SealedTexts texts;
    private final Supplier<UUID> ids;

    /** @param ids makes UUIDs of version 7 */
    PostgresReports(Connections connections, People people, SealedTexts texts, Supplier<UUID> ids) {
        this.connections = connections;
        this.people = people;
        this.texts = texts;
        this.ids = ids;
    }

    @Override
    public Future<Optional<Report>> add(long resident, UUID accessRecord, String text) {
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            return Future.failedFuture(new IllegalArgumentException("a report has at most 1,000 characters"));
        }
        return people.visibleTo(resident, Optional.empty())
                .compose(visible -> visible.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : add(visible, accessRecord, text));
    }

    /** @param visible who reports, then those in whose name they may */
    private Future<Optional<Report>> add(List<Person> visible, UUID accessRecord, String text) {
        Person self = visible.getFirst();
        Tuple report = Tuple.of(
                self.row(),
                visible.stream().map(Person::row).toArray(Long[]::new),
                accessRecord,
                ids.get(),
                Buffer.buffer(texts.seal(self.row(), self.wrappedKey(), SealedText.REPORT, text)),
                ids.get());
        report.addInteger(NoticeKind.REPORT_RECEIVED.number());
        return connections.ask(ADD, report).compose(rows -> {
            Row row = rows.iterator().next();
            UUID added = row.getUUID("added");
            if (added != null) {
                return Future.succeededFuture(Optional.of(new Report(added, true)));
            }
            return row.getLong("seen") == 0
                    ? Future.succeededFuture(Optional.empty())
                    : connections
                            .ask(EARLIER, Tuple.of(self.row(), accessRecord))
                            .map(PostgresReports::earlier);
        });
    }

    private static Optional<Report> earlier(RowSet<Row> rows) {
        return Listing.all(rows, row -> new Report(row.getUUID("id"), false)).stream()
                .findFirst();
    }
}
