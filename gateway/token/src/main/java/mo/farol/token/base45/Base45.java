package mo.farol.token.base45;

import java.util.Arrays;

/**
 * Base45 (RFC 9285). Only canonical text decodes: the upper-case alphabet, no value that overflows its bytes ({@code GGW}
 * is refused), no left-over character.
 */
public final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final byte[] VALUES = values();

    private Base45() {}

    /**
     * Decodes {@code text} from index {@code from} to its end.
     *
     * @throws NotBase45 when the text is not canonical Base45
     */
    public static byte[] decode(String text, int from) throws NotBase45 {
        int length = text.length() - from;
        if (length % 3 == 1) {
            throw new NotBase45();
        }
        byte[] bytes = new byte[length / 3 * 2 + length % 3 / 2];
        int in = from;
        int out = 0;
        for (; out + 1 < bytes.length; in += 3) {
            int value = value(text, in) + 45 * value(text, in + 1) + 2025 * value(text, in + 2);
            bytes[out++] = (byte) (checked(value, 0xFFFF) >>> 8);
            bytes[out++] = (byte) value;
        }
        if (out < bytes.length) {
            bytes[out] = (byte) checked(value(text, in) + 45 * value(text, in + 1), 0xFF);
        }
        return bytes;
    }

    /** Encodes {@code bytes}, three characters for two bytes. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length / 2 * 3 + 2);
        int in = 0;
        for (; in + 1 < bytes.length; in += 2) {
            int value = (bytes[in] & 0xFF) << 8 | bytes[in + 1] & 0xFF;
            append(text, value, 3);
        }
        if (in < bytes.length) {
            append(text, bytes[in] & 0xFF, 2);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int value, int characters) {
        int rest = value;
        for (int i = 0; i < characters; i++) {
            text.append(ALPHABET.charAt(rest % 45));
            rest /= 45;
        }
    }

    private static int value(String text, int at) throws NotBase45 {
        char c = text.charAt(at);
        if (c >= VALUES.length || VALUES[c] < 0) {
            throw new NotBase45();
        }
        return VALUES[c];
    }

    private static int checked(int value, int max) throws NotBase45 {
        if (value > max) {
            throw new NotBase45();
        }
        return value;
    }

    private static byte[] values() {
        byte[] values = new byte['Z' + 1];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }
}
