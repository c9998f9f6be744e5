package mo.farol.store.challenge;

import java.nio.ByteBuffer;
import java.util.UUID;
import mo.farol.token.Nonce;

/** The sixteen bytes of a challenge's id as PostgreSQL's uuid, which is what sixteen bytes are there. */
public final class Nonces {
    private Nonces() {}

    public static UUID uuid(Nonce nonce) {
        ByteBuffer bytes = ByteBuffer.wrap(nonce.bytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static Nonce nonce(UUID uuid) {
        return Nonce.of(ByteBuffer.allocate(Nonce.LENGTH)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }
}
