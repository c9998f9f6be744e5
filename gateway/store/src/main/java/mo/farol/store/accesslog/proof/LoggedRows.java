package mo.farol.store.accesslog.proof;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.CanonicalCut;
import mo.farol.core.accesslog.CanonicalEvent;
import mo.farol.core.accesslog.CanonicalRecord;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.LoggedRecord;
import mo.farol.store.connection.SqlText;
import org.jspecify.annotations.Nullable;

/** Rows as the canonical bytes that the log commits to, computed here and not by the database. */
public final class LoggedRows {
    private static final String RECORD = SqlText.of(LoggedRows.class, "record.sql");
    static final String ONE_RECORD = RECORD + "r.attempt = $1";
    static final String RECORDS = RECORD + "r.attempt = ANY ($1::uuid[])";
    static final String EVENTS = SqlText.of(LoggedRows.class, "event.sql");
    static final String CUTS = SqlText.of(LoggedRows.class, "cut.sql");

    private LoggedRows() {}

    /** With its subject. */
    static LoggedRecord record(Row row) {
        LoggedRecord.Subject subject =
                new LoggedRecord.Subject(row.getUUID("subject_salt"), row.getLong("resident"), row.getLong("binding"));
        CanonicalRecord record = new CanonicalRecord(
                row.getInteger("format"),
                row.getInteger("kind"),
                row.getUUID("attempt"),
                at(row),
                CanonicalRecord.subject(subject.salt(), subject.resident(), subject.binding()),
                row.getLong("institution"),
                row.getLong("terminal"),
                row.getLong("purpose"),
                row.getLong("policy_version"),
                row.getInteger("requested"),
                row.getInteger("released"),
                row.getInteger("withheld"),
                row.getInteger("outcome"),
                row.getInteger("why"),
                row.getInteger("tries"),
                bytes(row, "request_hash"),
                xact(row),
                row.getString("staff"),
                row.getString("place"),
                row.getString("lane"),
                row.getString("reason"));
        return new LoggedRecord(
                EntryKind.ACCESS_RECORD, record.attempt(), record.bytes(), bytes(row, "salt"), Optional.of(subject));
    }

    static LoggedRecord event(Row row) {
        String @Nullable [] names = row.getArrayOfStrings("by_names");
        CanonicalEvent event = new CanonicalEvent(
                row.getUUID("id"),
                at(row),
                row.getLong("resident"),
                orNone(row.getLong("binding")),
                row.getInteger("kind"),
                row.getInteger("refusal"),
                row.getInteger("channel"),
                row.getInteger("actor"),
                orNone(row.getLong("by_row")),
                xact(row),
                names == null ? null : List.of(names),
                row.getString("reason"),
                row.getString("detail"));
        return new LoggedRecord(EntryKind.EID_EVENT, event.id(), event.bytes(), bytes(row, "salt"), Optional.empty());
    }

    static LoggedRecord cut(Row row) {
        CanonicalCut cut = new CanonicalCut(
                row.getUUID("id"),
                at(row),
                row.getInteger("epoch"),
                row.getLong("size"),
                bytes(row, "root"),
                row.getLong("witnessed_size"),
                bytes(row, "witnessed_root"),
                xact(row));
        return new LoggedRecord(EntryKind.CUT, cut.id(), cut.bytes(), bytes(row, "salt"), Optional.empty());
    }

    private static Instant at(Row row) {
        return row.get(OffsetDateTime.class, "at").toInstant();
    }

    private static long xact(Row row) {
        return Long.parseUnsignedLong(row.getString("xact"));
    }

    private static long orNone(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static byte[] bytes(Row row, String column) {
        Buffer buffer = row.getBuffer(column);
        return buffer.getBytes();
    }
}
