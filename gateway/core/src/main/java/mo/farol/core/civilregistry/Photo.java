package mo.farol.core.civilregistry;

import java.util.Arrays;
import java.util.Base64;

/** A PNG or JPEG file in base64 (RFC 4648, section 4, without line breaks). Told by its first bytes; not decoded. */
final class Photo {
    private static final int MOST_BYTES = 128 * 1024;
    private static final int MOST_CHARACTERS = (MOST_BYTES + 2) / 3 * 4;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private Photo() {}

    static boolean isOne(String base64) {
        if (base64.length() > MOST_CHARACTERS) {
            return false;
        }
        try {
            byte[] file = Base64.getDecoder().decode(base64);
            return file.length <= MOST_BYTES && (startsWith(file, PNG) || startsWith(file, JPEG));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length > beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }
}
