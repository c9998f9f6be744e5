package mo.farol.token;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a phone's new key signs to be bound: {@code "farol-binding-1"}, a zero byte, then challenge id (16 bytes), nonce (32),
 * e-ID handle (16), binding key id (8) and public key (65). Everything has a fixed length, so no two statements are alike.
 */
public final class BindingStatement {
    private static final byte[] PREFIX = "farol-binding-1\0".getBytes(StandardCharsets.US_ASCII);

    private BindingStatement() {}

    public static byte[] bytes(UUID challenge, byte[] nonce, UUID eid, BindingKeyId keyId, BindingPublicKey key) {
        if (nonce.length != 32) {
            throw new IllegalArgumentException("a challenge's nonce has 32 bytes");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(160);
        out.writeBytes(PREFIX);
        out.writeBytes(uuid(challenge));
        out.writeBytes(nonce);
        out.writeBytes(uuid(eid));
        out.writeBytes(ByteBuffer.allocate(8).putLong(keyId.value()).array());
        out.writeBytes(key.point());
        return out.toByteArray();
    }

    private static byte[] uuid(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
