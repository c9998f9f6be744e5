package mo.farol.server.proof;

import io.vertx.core.Future;

/** All that judges what others prove to the gateway, wired from its configuration. */
public record Proofs(
        FaceAssertions faceAssertions,
        KioskAssertions kioskAssertions,
        Attestations attestations,
        FaceChecks faceChecks,
        Closing closing) {
    /** Stops timers and connections. */
    public Future<Void> close() {
        return closing.close();
    }

    /** What has to be closed. */
    @FunctionalInterface
    public interface Closing {
        Future<Void> close();
    }
}
