package mo.farol.chaos.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256, in hex. */
public final class Sha256 {
    private static final int SHORT = 16;

    private Sha256() {}

    /** Of the text's UTF-8. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** The first 16 bytes: enough to tell values apart. */
    public static String shortHex(String text) {
        return HexFormat.of().formatHex(Arrays.copyOf(digest(text.getBytes(StandardCharsets.UTF_8)), SHORT));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
