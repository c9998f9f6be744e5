package mo.farol.simulation.postgres;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** A row of {@code access_record}; the numbers are those of the SQL files. */
public record RecordRow(
        UUID attempt,
        long atMillis,
        long resident,
        long institution,
        long terminal,
        long purpose,
        long policyVersion,
        int requested,
        int released,
        int outcome,
        int why,
        int tries,
        Buffer requestHash) {
    public static final int VERIFIED = 1;
    public static final int REFUSED = 3;

    /** Stands for SHA-256(salt || record). */
    public Buffer leaf() {
        Buffer leaf = Buffer.buffer(32);
        for (int i = 0; i < 2; i++) {
            leaf.appendLong(attempt.getMostSignificantBits()).appendLong(attempt.getLeastSignificantBits());
        }
        return leaf;
    }
}
