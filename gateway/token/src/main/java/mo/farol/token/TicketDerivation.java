package mo.farol.token;

import java.nio.charset.StandardCharsets;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.TicketKey;

/**
 * From a ticket to its content key, so that the gateway keeps no state: HKDF-SHA256 with the day key as input key, the
 * ticket as salt and {@code EID1/eid/ticket} or {@code EID1/clearance/ticket} as info gives the 16-byte AES-128-GCM key.
 */
public final class TicketDerivation {
    private static final int CONTENT_KEY_LENGTH = 16;

    private TicketDerivation() {}

    /**
     * The content key of {@code ticket}.
     *
     * @param ticket 16 bytes
     */
    public static byte[] contentKey(Crypto crypto, TicketKey day, byte[] ticket) {
        byte[] info = (day.type().hpkeInfo() + "/ticket").getBytes(StandardCharsets.US_ASCII);
        return crypto.hkdf(day.key(), ticket, info, CONTENT_KEY_LENGTH);
    }
}
