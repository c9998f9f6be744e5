package mo.farol.core.accesslog;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.note.SignedCheckpoint;

/** Somebody outside the database who remembers how far the log had come. */
public interface Witness {
    /** For log lines and readiness; names no secret. */
    String name();

    /**
     * The last checkpoint that it is known to have seen, of whatever epoch, without asking anybody far away; empty when
     * none is. Fails when it cannot say.
     */
    Future<Optional<SignedCheckpoint>> last();

    /**
     * Shows it a newer one.
     *
     * @return what it makes of it; fails when it could not be shown, or what it answers cannot be used
     */
    Future<Shown> show(SignedCheckpoint newer, Extension extension);

    /** How the newer checkpoint extends those before it. */
    @FunctionalInterface
    interface Extension {
        /** Of the first checkpoint of a log, or of an epoch. */
        Extension NONE = size -> Future.succeededFuture(List.of());

        /** The proof that it extends the log's first {@code size} entries (RFC 6962, 2.1.2); empty from nothing. */
        Future<List<byte[]>> from(long size);
    }

    /** What a witness makes of a checkpoint. */
    sealed interface Shown {
        /**
         * It will not forget it, and had seen nothing that speaks against it.
         *
         * @param cosignature the line by which it says so, newline included; empty when it signs nothing
         */
        record Kept(Optional<String> cosignature) implements Shown {}

        /**
         * It has seen more of this log.
         *
         * @param size entries
         */
        record Ahead(long size) implements Shown {}

        /** It has seen another log under this name. */
        record Differs() implements Shown {}
    }
}
