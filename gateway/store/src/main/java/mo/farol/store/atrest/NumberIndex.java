package mo.farol.store.atrest;

import java.nio.charset.StandardCharsets;
import mo.farol.core.registry.IdNumber;

/** The blind index for the exact search: HMAC-SHA256 of the number under a key of its own, 32 bytes. */
public final class NumberIndex {
    private final AtRestKeys keys;

    public NumberIndex(AtRestKeys keys) {
        this.keys = keys;
    }

    public byte[] of(IdNumber number) {
        return HmacSha256.of(keys.numberKey(), number.value().getBytes(StandardCharsets.US_ASCII));
    }
}
