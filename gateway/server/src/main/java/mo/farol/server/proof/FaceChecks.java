package mo.farol.server.proof;

import io.vertx.core.Future;
import java.net.URI;
import java.time.Instant;
import mo.farol.core.binding.Bindings;

/** Asks a provider to check a face. */
@FunctionalInterface
public interface FaceChecks {
    /** @return fails with {@link Unreachable} */
    Future<Started> start(Bindings.FaceCheckSubject subject);

    /**
     * A check that waits for the camera.
     *
     * @param captureUrl where the phone sends what its camera sees, and gets the signed assertion
     */
    record Started(String check, URI captureUrl, Instant expires) {}

    /** The provider cannot be asked now. */
    final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super("the face-check provider cannot be asked", cause);
        }
    }
}
