package mo.farol.core.accesslog;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.note.SignedCheckpoint;

/** Somebody outside the database who remembers how far the log had come. */
public interface Witness {
    /** For log lines and readiness; names no secret. */
    String name();

    /** The last checkpoint it was shown, of whatever epoch; empty when it has seen none. Fails when it cannot say. */
    Future<Optional<SignedCheckpoint>> last();

    /**
     * Shows it a newer one.
     *
     * @param consistency that it extends {@link #last} (RFC 6962, 2.1.2); empty in a new epoch or for the first
     * @return when the witness will not forget it
     */
    Future<Void> show(SignedCheckpoint newer, List<byte[]> consistency);
}
