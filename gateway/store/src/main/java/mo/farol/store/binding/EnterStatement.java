package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.core.binding.BindingStatus;
import mo.farol.core.binding.Change;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.RequestKey;
import mo.farol.store.batch.Columns;
import mo.farol.store.connection.SqlText;
import mo.farol.store.connection.Trouble;
import org.jspecify.annotations.Nullable;

/** {@code enter.sql}: everything that a ruling changes and records, in one statement. */
final class EnterStatement {
    private static final String SQL = SqlText.of(EnterStatement.class, "enter.sql");

    private EnterStatement() {}

    /** @param newBinding the row that the claim made, null when nothing is bound */
    static Future<EidEvent> run(
            OneTransaction transaction,
            LockedEid locked,
            RequestKey request,
            Changes changes,
            @Nullable Long newBinding,
            Numbered numbered) {
        Tuple tuple = Tuple.tuple();
        tuple.addLong(locked.eid().resident());
        addMoves(tuple, changes.moves(), numbered);
        tuple.addValue(locked.now().atOffset(ZoneOffset.UTC));
        tuple.addValue(newBinding);
        addCard(tuple, changes.card());
        addGuardians(tuple, List.copyOf(changes.guardians().values()));
        addEvents(tuple, numbered.events());
        addNotices(tuple, numbered.notices());
        tuple.addValue(Buffer.buffer(request.scope()));
        tuple.addValue(Buffer.buffer(request.hash()));
        tuple.addValue(
                Columns.bytes(changes.unlinks(), unlink -> unlink.account().account()));
        return transaction
                .run(SQL, tuple)
                .map(rows -> rows.iterator().next())
                .compose(row -> checked(row, changes, newBinding))
                .map(row -> event(locked, numbered.events().getFirst(), row));
    }

    private static void addMoves(Tuple tuple, Map<Long, BindingStatus> moves, Numbered numbered) {
        List<Map.Entry<Long, BindingStatus>> each = List.copyOf(moves.entrySet());
        tuple.addValue(Columns.longs(each, Map.Entry::getKey));
        tuple.addValue(Columns.integers(each, move -> move.getValue().number()));
        tuple.addValue(each.stream()
                .map(move -> ends(move.getValue()) ? numbered.ending(move.getKey()) : null)
                .toArray(UUID[]::new));
    }

    private static boolean ends(BindingStatus status) {
        return switch (status) {
            case ACTIVE, SUSPENDED -> false;
            case SUPERSEDED, UNBOUND -> true;
        };
    }

    private static void addCard(Tuple tuple, Change.@Nullable Card card) {
        tuple.addValue(card == null ? null : card.status().number());
        tuple.addValue(card == null ? null : card.expires());
        tuple.addValue(card == null ? null : card.sequence());
        tuple.addValue(card == null ? null : card.dead());
    }

    private static void addGuardians(Tuple tuple, List<Change.Guardian> guardians) {
        tuple.addValue(Columns.longs(guardians, Change.Guardian::guardian));
        tuple.addValue(Columns.integers(guardians, guardian -> guardian.kind().number()));
        tuple.addValue(Columns.booleans(guardians, Change.Guardian::inForce));
        tuple.addValue(Columns.longs(guardians, Change.Guardian::sequence));
    }

    private static void addEvents(Tuple tuple, List<Numbered.Event> events) {
        List<ActorColumns> actors = events.stream()
                .map(each -> ActorColumns.of(each.event().actor()))
                .toList();
        tuple.addValue(Columns.uuids(events, Numbered.Event::id));
        tuple.addValue(Columns.longs(events, each -> each.event().about()));
        tuple.addValue(Columns.integers(events, each -> each.event().kind().number()));
        tuple.addValue(Columns.integers(
                events, each -> each.event().refusal().map(why -> why.number()).orElse(0)));
        tuple.addValue(Columns.integers(events, each -> each.event().channel().number()));
        tuple.addValue(Columns.integers(actors, ActorColumns::kind));
        tuple.addValue(Columns.longs(actors, ActorColumns::row));
        tuple.addValue(Columns.texts(actors, ActorColumns::names));
        tuple.addValue(Columns.texts(events, each -> each.event().reason()));
        tuple.addValue(Columns.texts(events, each -> each.event().detail()));
        tuple.addValue(Columns.bytes(events, Numbered.Event::salt));
    }

    private static void addNotices(Tuple tuple, List<Numbered.Notice> notices) {
        tuple.addValue(Columns.uuids(notices, Numbered.Notice::id));
        tuple.addValue(Columns.longs(notices, each -> each.notice().to()));
        tuple.addValue(Columns.integers(notices, each -> each.notice().kind().number()));
        tuple.addValue(Columns.uuids(notices, Numbered.Notice::event));
    }

    /** A request of the same scope about another e-ID may have come first: then this one is to be looked up again. */
    private static Future<Row> checked(Row row, Changes changes, @Nullable Long newBinding) {
        if (row.getLong("answered") == 0) {
            return Future.failedFuture(new Troubled(Trouble.RESEND, "the request was answered meanwhile"));
        }
        if (row.getLong("moved") != changes.moves().size()
                || row.getLong("activated") != (newBinding == null ? 0 : 1)) {
            return Future.failedFuture(new IllegalArgumentException("a ruling moves bindings that the e-ID has not"));
        }
        if (row.getLong("unlinked") != changes.unlinks().size()) {
            return Future.failedFuture(new IllegalArgumentException("a ruling unlinks accounts that the e-ID has not"));
        }
        return Future.succeededFuture(row);
    }

    private static EidEvent event(LockedEid locked, Numbered.Event first, Row row) {
        return new EidEvent(
                first.id(),
                locked.now(),
                locked.eid().resident(),
                locked.eid().handle(),
                row.getUUID("handle"),
                row.getLong("key_id"),
                first.event());
    }
}
