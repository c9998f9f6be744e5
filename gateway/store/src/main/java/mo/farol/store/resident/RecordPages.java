package mo.farol.store.resident;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import mo.farol.core.accesslog.RecordKind;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.resident.AccessRecordView;
import mo.farol.core.resident.OperatorLookUps;
import mo.farol.core.resident.Page;
import mo.farol.store.accesslog.OutcomeNumbers;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;
import org.jspecify.annotations.Nullable;

/** Access records, page by page. */
final class RecordPages {
    static final String SQL = SqlText.of(RecordPages.class, "records.sql");
    private static final StoredNumbers<RecordKind> KINDS = new StoredNumbers<>(RecordKind.class, RecordKind::number);
    private static final String NAMELESS = "?";

    private final Connections connections;

    RecordPages(Connections connections) {
        this.connections = connections;
    }

    Future<Page<AccessRecordView>> page(List<Person> of, Listing listing) {
        Map<Long, UUID> handles = of.stream().collect(Collectors.toMap(Person::row, Person::handle));
        return connections
                .ask(SQL, tuple(of.stream().map(Person::row).toArray(Long[]::new), listing))
                .map(rows -> listing.page(rows, row -> view(row, handles::get), AccessRecordView::id));
    }

    static Tuple tuple(Long[] residents, Listing listing) {
        return Tuple.of(residents, listing.before(), listing.rows());
    }

    private static AccessRecordView view(Row row, Function<Long, UUID> handles) {
        boolean lookUp = row.getInteger("kind") == RecordKind.OPERATOR_LOOK_UP.number();
        return new AccessRecordView(
                row.getUUID("attempt"),
                handles.apply(row.getLong("resident")),
                KINDS.of(row.getInteger("kind")),
                row.getOffsetDateTime("at").toInstant(),
                name(row.getString("institution_name"), lookUp, OperatorLookUps.BUREAU),
                name(row.getString("terminal_name"), lookUp, OperatorLookUps.TERMINAL),
                name(row.getString("purpose_name"), lookUp, OperatorLookUps.PURPOSE),
                row.getString("place"),
                row.getString("lane"),
                row.getString("reason"),
                row.getString("staff"),
                new FieldSet(row.getInteger("requested")),
                new FieldSet(row.getInteger("released")),
                OutcomeNumbers.wireName(row.getInteger("outcome")),
                OutcomeNumbers.code(row.getInteger("why")),
                row.getInteger("tries"),
                row.getLong("policy_version"),
                row.getBuffer("leaf").getBytes());
    }

    private static String name(@Nullable String joined, boolean lookUp, String bureaus) {
        if (joined != null) {
            return joined;
        }
        return lookUp ? bureaus : NAMELESS;
    }
}
