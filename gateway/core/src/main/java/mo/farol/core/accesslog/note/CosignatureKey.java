package mo.farol.core.accesslog.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A witness's public key, for Ed25519 cosignatures of version 1 (C2SP tlog-cosignature). */
public final class CosignatureKey {
    private static final byte COSIGNATURE = 4;
    private static final int ID = Ed25519Key.ID_LENGTH;
    private static final int BLOB = ID + Long.BYTES + Ed25519Key.SIGNATURE_LENGTH;

    private final Ed25519Key key;
    private final byte[] id;

    private CosignatureKey(Ed25519Key key) {
        this.key = key;
        this.id = key.id();
    }

    /**
     * @param raw 32 bytes (RFC 8032)
     * @throws IllegalArgumentException when it is no Ed25519 key, or no note can carry the name
     */
    public static CosignatureKey of(String name, byte[] raw) {
        return new CosignatureKey(Ed25519Key.of(name, COSIGNATURE, raw));
    }

    /** Reads {@link #text}: a verifier key of type 4. A key of another type is refused, whatever it could verify. */
    public static CosignatureKey parse(String text) throws InvalidNote {
        return new CosignatureKey(Ed25519Key.parse(text, COSIGNATURE));
    }

    public String name() {
        return key.name();
    }

    /** {@code name+id+base64}. */
    public String text() {
        return key.text();
    }

    /** What is signed: that the witness had seen the log come this far, and no further, at that time. */
    public static String message(Checkpoint checkpoint, long time) {
        return "cosignature/v1\ntime " + time + "\n" + checkpoint.text();
    }

    /** A signature line, newline included, of {@code signature} over {@link #message}. */
    public String line(long time, byte[] signature) {
        byte[] blob = ByteBuffer.allocate(ID + Long.BYTES + signature.length)
                .put(id)
                .putLong(time)
                .put(signature)
                .array();
        return mark() + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    /** What every line of this witness begins with. */
    public String mark() {
        return "\u2014 " + key.name() + " ";
    }

    /**
     * Finds this witness's cosignature among signature lines; those of others, and of other keys, are passed over.
     *
     * @return the line, newline included; empty when it has not cosigned this checkpoint
     */
    public Optional<String> find(String lines, Checkpoint checkpoint) {
        return lines.lines()
                .filter(line -> cosigns(line, checkpoint))
                .findFirst()
                .map(line -> line + "\n");
    }

    private boolean cosigns(String line, Checkpoint checkpoint) {
        byte[] blob = line.startsWith(mark()) ? SignatureBlob.of(line.substring(mark().length())) : new byte[0];
        if (blob.length != BLOB || !Arrays.equals(Arrays.copyOf(blob, ID), id)) {
            return false;
        }
        long time = ByteBuffer.wrap(blob).getLong(ID);
        byte[] signature = Arrays.copyOfRange(blob, ID + Long.BYTES, blob.length);
        return time >= 0 && key.verifies(message(checkpoint, time), signature);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CosignatureKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return "CosignatureKey[" + text() + "]";
    }
}
