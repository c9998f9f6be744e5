package mo.farol.store.accesslog;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.accesslog.Circumstances;
import mo.farol.core.accesslog.RecordedEntry;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.time.TimeAnchor;
import mo.farol.core.verification.Refusal;
import mo.farol.store.batch.GroupCommit;
import mo.farol.store.connection.Connections;
import mo.farol.store.connection.SqlText;
import mo.farol.token.BindingKeyId;

/** The access log in PostgreSQL: refusals go in batches, receipts are read back one by one. */
public final class PostgresAccessLog implements AccessLog {
    private static final String FIND = SqlText.of(PostgresAccessLog.class, "find.sql");
    private static final int MOST_WAITING = 8192;

    private final Connections connections;
    private final RecordLane lane;
    private final GroupCommit<RecordQuestion, RecordedEntry> recording;

    /** @param held one of them is held for records */
    public PostgresAccessLog(Vertx vertx, Context context, Connections connections, Connections held) {
        this.connections = connections;
        this.lane = new RecordLane(held);
        this.recording = new GroupCommit<>(
                vertx, context, MOST_WAITING, row -> CircumstanceColumns.size(row.circumstances()), lane::send);
    }

    @Override
    public Future<RecordedEntry> recordRefusal(
            BindingKeyId bindingKeyId, Refusal refusal, Circumstances circumstances) {
        return recordRepeats(bindingKeyId, refusal, circumstances, 1);
    }

    @Override
    public Future<RecordedEntry> recordRepeats(
            BindingKeyId bindingKeyId, Refusal refusal, Circumstances circumstances, int tries) {
        return recording
                .submit(new RecordQuestion(bindingKeyId, refusal, circumstances, tries))
                .recover(cause -> Future.failedFuture(cause instanceof Unavailable ? cause : new Unavailable(cause)));
    }

    @Override
    public Future<Optional<RecordedEntry>> find(UUID id, long institution) {
        return connections
                .ask(FIND, Tuple.of(id, institution))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(PostgresAccessLog::entry));
    }

    /** Keeps the held connection in use, so that silence on it means trouble. On the store's context. */
    public Future<Void> beat(TimeAnchor time) {
        return lane.beat(time);
    }

    /** Gives the held connection back. On the store's context. */
    public void release() {
        lane.release();
    }

    private static RecordedEntry entry(Row row) {
        return new RecordedEntry(
                row.getUUID("attempt"),
                row.get(OffsetDateTime.class, "at").toInstant(),
                row.getString("institution_name"),
                row.getString("terminal_name"),
                row.getString("purpose_name"),
                row.getLong("policy_version"),
                new FieldSet(row.getInteger("released")),
                OutcomeNumbers.wireName(row.getInteger("outcome")),
                OutcomeNumbers.code(row.getInteger("why")),
                row.getBuffer("request_hash").getBytes(),
                row.getBuffer("leaf").getBytes());
    }
}
