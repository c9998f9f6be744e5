package mo.farol.store.accesslog;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.time.TimeAnchor;
import mo.farol.store.batch.Columns;
import mo.farol.store.batch.Waiting;
import mo.farol.store.connection.Beat;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.HeldConnection;
import mo.farol.store.connection.SqlText;
import mo.farol.store.connection.Trouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the batches of refusals. The statement may be sent again, so every failure but a bad row is tried once more. */
final class RecordLane {
    private static final Logger LOG = LoggerFactory.getLogger(RecordLane.class);
    private static final String SQL = SqlText.of(RecordLane.class, "record.sql");
    private static final int MOST_SENDS = 3;

    private final HeldConnection held;

    RecordLane(Connections connections) {
        this.held = new HeldConnection(connections);
    }

    Future<Void> send(List<Waiting<RecordQuestion, RecordedEntry>> batch) {
        return send(batch, MOST_SENDS);
    }

    Future<Void> beat(TimeAnchor time) {
        return Beat.on(held, time);
    }

    void release() {
        held.drop();
    }

    private Future<Void> send(List<Waiting<RecordQuestion, RecordedEntry>> batch, int sendsLeft) {
        Tuple tuple = tuple(batch.stream().map(Waiting::question).toList());
        return held.get()
                .compose(connection -> {
                    held.clearWarning();
                    return connection.preparedQuery(SQL).execute(tuple);
                })
                .compose(rows -> held.warned()
                        ? Future.failedFuture(new IllegalStateException("the server warned at commit"))
                        : Future.succeededFuture(rows))
                .transform(result -> {
                    if (result.succeeded()) {
                        answer(batch, result.result());
                        return Future.succeededFuture();
                    }
                    return failed(batch, result.cause(), sendsLeft);
                });
    }

    private Future<Void> failed(List<Waiting<RecordQuestion, RecordedEntry>> batch, Throwable cause, int sendsLeft) {
        Trouble trouble = Trouble.of(cause);
        LOG.warn("recording {} refusals failed: {}, {}", batch.size(), trouble, Trouble.nameOf(cause));
        if (trouble == Trouble.UNKNOWN) {
            held.drop();
        }
        if (trouble == Trouble.SPLIT && batch.size() > 1) {
            int middle = batch.size() / 2;
            return send(batch.subList(0, middle)).compose(sent -> send(batch.subList(middle, batch.size())));
        }
        if ((trouble == Trouble.UNKNOWN || trouble == Trouble.RESEND) && sendsLeft > 1) {
            return send(batch, sendsLeft - 1);
        }
        batch.forEach(waiting -> waiting.fail(new AccessLog.Unavailable(cause)));
        return Future.succeededFuture();
    }

    private static Tuple tuple(List<RecordQuestion> rows) {
        Tuple tuple = Tuple.tuple();
        tuple.addValue(Columns.uuids(rows, row -> row.circumstances().attempt()));
        tuple.addValue(Columns.longs(rows, row -> row.bindingKeyId().value()));
        tuple.addValue(Columns.integers(rows, row -> row.refusal().number()));
        tuple.addValue(Columns.integers(rows, RecordQuestion::tries));
        CircumstanceColumns.append(tuple, rows, RecordQuestion::circumstances);
        tuple.addValue(Columns.bytes(rows, row -> row.circumstances().retryKey().requestHash()));
        tuple.addValue(Columns.bytes(rows, row -> row.circumstances().salt()));
        return tuple;
    }

    private static void answer(List<Waiting<RecordQuestion, RecordedEntry>> batch, RowSet<Row> answers) {
        Map<UUID, Row> byAttempt = new HashMap<>();
        answers.forEach(row -> byAttempt.put(row.getUUID("attempt"), row));
        for (Waiting<RecordQuestion, RecordedEntry> waiting : batch) {
            RecordQuestion asked = waiting.question();
            Row row = byAttempt.get(asked.circumstances().attempt());
            if (row == null) {
                waiting.fail(new AccessLog.Unavailable(new IllegalStateException("the record did not come back")));
            } else {
                waiting.answer(entry(row, asked));
            }
        }
    }

    private static RecordedEntry entry(Row row, RecordQuestion asked) {
        return new RecordedEntry(
                asked.circumstances().attempt(),
                row.get(OffsetDateTime.class, "at").toInstant(),
                row.getString("institution_name"),
                asked.circumstances().terminal().name(),
                asked.circumstances().grant().purpose().name(),
                asked.circumstances().grant().version(),
                FieldSet.NONE,
                OutcomeNumbers.wireName(OutcomeNumbers.REFUSED),
                asked.refusal().code(),
                asked.circumstances().retryKey().requestHash(),
                row.getBuffer("leaf").getBytes());
    }
}
