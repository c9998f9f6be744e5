package mo.farol.core.accesslog.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;

/** The log's Ed25519 key pair. It never prints its private half. */
public final class LogKey {
    private static final String PROBE = "the halves belong together";

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    /**
     * @param publicKey an Ed25519 key in X.509 form (RFC 8410, 4)
     * @throws IllegalArgumentException when these are not the halves of one Ed25519 key
     */
    public LogKey(PrivateKey privateKey, PublicKey publicKey) {
        byte[] encoded = publicKey.getEncoded();
        this.privateKey = privateKey;
        this.publicKey = Arrays.copyOfRange(encoded, Math.max(0, encoded.length - NoteKey.LENGTH), encoded.length);
        if (!publicKey("probe").verifies(PROBE, sign(PROBE))) {
            throw new IllegalArgumentException("not the halves of one key");
        }
    }

    /** What the log's notes under this name are checked by. */
    public NoteKey publicKey(String name) {
        return NoteKey.of(name, publicKey);
    }

    /** Signs under the checkpoint's own origin. Equal checkpoints give equal notes. */
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        return SignedCheckpoint.of(checkpoint, publicKey(checkpoint.origin()), sign(checkpoint.text()));
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519", "SunEC");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    @Override
    public String toString() {
        return "LogKey[redacted]";
    }
}
