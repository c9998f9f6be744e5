package mo.farol.core.accesslog;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.core.accesslog.tree.TilePath;

/** What anybody may read of the public log, and what those may who a record belongs to. */
public interface LogProofs {
    /** The newest signed checkpoint, as text; empty before the first. */
    Future<Optional<String>> checkpoint();

    /** A tile or its beginning; empty when the log has not grown that far. */
    Future<Optional<byte[]>> tile(TilePath path);

    /** Of a record that this institution's terminal made, without its subject; empty when there is none. */
    Future<Optional<Proof>> ofInstitution(UUID record, long institution);

    /** Of a record about the resident or somebody they have authority over now, with its subject. */
    Future<Optional<Proof>> ofResident(UUID record, long resident);

    /** What is known of a record's place. */
    sealed interface Proof {
        /** The record is there; the log's next checkpoints will hold it. */
        record NotSealedYet() implements Proof {}

        /**
         * The record is entry {@code index} of the log that the checkpoint signs.
         *
         * @param path the audit path from its leaf to the checkpoint's root
         */
        record Sealed(LoggedRecord record, long index, List<byte[]> path, String checkpoint) implements Proof {}
    }
}
