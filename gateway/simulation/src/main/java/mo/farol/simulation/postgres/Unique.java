package mo.farol.simulation.postgres;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import mo.farol.core.verification.RedemptionKey;
import mo.farol.simulation.planted.Planted;

/** What the redemptions' unique index is on, and who counts as the same request: what some planted bugs get wrong. */
record Unique(Planted planted) {
    private static final long BUCKET_MILLIS = 10_000;

    Object of(Batch.Request request, long atMillis) {
        RedemptionKey key = request.key();
        return switch (planted) {
            case CACHE_ONLY_SINGLE_USE -> List.of(key, request.attempt());
            case KEY_ON_BYTES -> List.of(key, request.bytes("request_hash"));
            case UNIQUE_PER_ARRIVAL_TIME -> List.of(key, atMillis / BUCKET_MILLIS);
            default -> key;
        };
    }

    boolean isRetry(RedemptionRow winner, Batch.Request request) {
        Buffer key = request.bytes("retry_key_hash");
        boolean terminal = winner.terminal() == request.number("terminal") || planted == Planted.RETRY_ANY_TERMINAL;
        return terminal
                && winner.retryKeyHash().equals(key)
                && winner.requestHash().equals(request.bytes("request_hash"));
    }

    RedemptionRow row(Batch.Request request, long atMillis, boolean voided) {
        return new RedemptionRow(
                of(request, atMillis),
                request.key(),
                request.attempt(),
                request.number("terminal"),
                request.bytes("retry_key_hash"),
                request.bytes("request_hash"),
                voided);
    }
}
