package mo.farol.core.ticket;

import java.util.UUID;
import mo.farol.token.CodeType;

/**
 * What a phone asks for. It never prints.
 *
 * @param binding the binding's name in the API
 * @param count 1 to {@link TicketRules#LARGEST_BATCH}
 * @param signedAt milliseconds since 1970, by the phone
 * @param signature by the binding's key over the {@link mo.farol.token.TicketStatement}: r || s, 64 bytes
 */
public record TicketWish(UUID binding, CodeType type, int count, long signedAt, byte[] signature) {
    public TicketWish {
        if (count < 1 || count > TicketRules.LARGEST_BATCH) {
            throw new IllegalArgumentException("a request asks for 1 to " + TicketRules.LARGEST_BATCH + " tickets");
        }
    }

    @Override
    public String toString() {
        return "TicketWish[redacted]";
    }
}
