package mo.farol.store.binding;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.binding.Answer;
import mo.farol.core.binding.EidEvent;
import mo.farol.core.binding.PastEvents;
import mo.farol.core.binding.RequestKey;
import mo.farol.store.connection.Connections;

/** Events and the answers to requests, as they were recorded. */
public final class PostgresPastEvents implements PastEvents {
    private static final String REQUEST = "SELECT hash, event FROM eid_request WHERE scope = $1";

    private final Connections connections;

    public PostgresPastEvents(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Future<Optional<EidEvent>> find(UUID event) {
        return connections
                .ask(StoredEvent.SQL, Tuple.of(event))
                .map(rows -> Only.of(rows).map(StoredEvent::read));
    }

    @Override
    public Future<Optional<Answer<EidEvent>>> answerTo(RequestKey request) {
        return connections
                .ask(REQUEST, Tuple.of(Buffer.buffer(request.scope())))
                .compose(rows -> Only.of(rows)
                        .map(row -> Arrays.equals(row.getBuffer("hash").getBytes(), request.hash())
                                ? find(row.getUUID("event")).map(found -> found.map(PostgresPastEvents::answer))
                                : Future.succeededFuture(
                                        Optional.<Answer<EidEvent>>of(new Answer.KeyReused<EidEvent>())))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())));
    }

    private static Answer<EidEvent> answer(EidEvent event) {
        return event.event()
                .refusal()
                .<Answer<EidEvent>>map(why -> new Answer.Refused<>(why, Optional.of(event), true))
                .orElseGet(() -> new Answer.Given<>(event, true));
    }
}
