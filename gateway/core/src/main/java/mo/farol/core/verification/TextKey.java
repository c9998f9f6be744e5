package mo.farol.core.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Names a byte-identical text at one terminal for one purpose.
 *
 * @param high the first eight bytes of the text's SHA-256
 * @param low the next eight
 */
record TextKey(long high, long low, long terminal, long purpose) {
    static TextKey of(AllowedRequest allowed) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(allowed.request().code().getBytes(StandardCharsets.UTF_8)));
        return new TextKey(
                hash.getLong(),
                hash.getLong(),
                allowed.request().terminal().terminal(),
                allowed.purpose().id());
    }
}
