package mo.farol.core.binding;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;

/** What the ledger remembers. */
public interface PastEvents {
    /** A recorded event, for who was told its id already. */
    Future<Optional<EidEvent>> find(UUID event);

    /**
     * What a request was answered when it was first made, so that it can be repeated although the proof that came with it
     * has expired since.
     *
     * @return empty when this is the first time, or it was never decided; else given, refused, or the key is another's
     */
    Future<Optional<Answer<EidEvent>>> answerTo(RequestKey request);
}
