package mo.farol.store.binding;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.Optional;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.Channel;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.Entered;
import mo.farol.core.binding.EventKind;
import mo.farol.core.binding.NewEvent;
import mo.farol.store.connection.SqlText;
import mo.farol.store.resident.StoredNumbers;

/** {@code event.sql}: an event as it was recorded. */
final class StoredEvent {
    private static final StoredNumbers<EventKind> EVENTS = new StoredNumbers<>(EventKind.class, EventKind::number);
    private static final StoredNumbers<BindingRefusal> REFUSALS =
            new StoredNumbers<>(BindingRefusal.class, BindingRefusal::number);
    private static final StoredNumbers<Channel> CHANNELS = new StoredNumbers<>(Channel.class, Channel::number);
    static final String SQL = SqlText.of(StoredEvent.class, "event.sql");

    private StoredEvent() {}

    static EidEvent read(Row row) {
        int refusal = row.getInteger("refusal");
        return new EidEvent(
                row.getUUID("id"),
                row.get(OffsetDateTime.class, "at").toInstant(),
                row.getLong("resident"),
                row.getUUID("eid"),
                row.getUUID("binding"),
                row.getLong("key_id"),
                new NewEvent(
                        EVENTS.of(row.getInteger("kind")),
                        row.getLong("about"),
                        refusal == 0 ? Optional.empty() : Optional.of(REFUSALS.of(refusal)),
                        CHANNELS.of(row.getInteger("channel")),
                        ActorColumns.read(row),
                        row.getString("reason"),
                        row.getString("detail")));
    }

    /** How the ledger answers by this event. */
    static Entered entered(EidEvent event, boolean replayed) {
        return event.event()
                .refusal()
                .<Entered>map(why -> new Entered.Refused(why, event, replayed))
                .orElseGet(() -> new Entered.Done(event, replayed));
    }
}
