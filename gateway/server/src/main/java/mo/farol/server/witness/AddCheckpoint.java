package mo.farol.server.witness;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import mo.farol.core.accesslog.note.SignedCheckpoint;

/**
 * The body of an {@code add-checkpoint} request.
 *
 * @param older entries that the witness is taken to have seen
 * @param proof that the checkpoint extends them
 */
record AddCheckpoint(long older, List<byte[]> proof, SignedCheckpoint newer) {
    /** As many as the witness may be sent. */
    private static final int MOST_HASHES = 63;

    byte[] bytes() {
        if (proof.size() > MOST_HASHES) {
            throw new IllegalArgumentException("a consistency proof of more than " + MOST_HASHES + " hashes");
        }
        StringBuilder body = new StringBuilder("old " + older + "\n");
        proof.forEach(
                hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return body.append('\n').append(newer.note()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
