package mo.farol.core.civilregistry;

import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of a file: by it an import that was cut off is found again. */
public final class FileHash {
    private static final int BYTES = 32;

    private final byte[] sha256;

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public FileHash(byte[] sha256) {
        if (sha256.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes");
        }
        this.sha256 = sha256.clone();
    }

    public byte[] bytes() {
        return sha256.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileHash that && Arrays.equals(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(sha256);
    }
}
