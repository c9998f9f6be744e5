package mo.farol.api.resident;

import java.util.List;

/**
 * Tickets, each for one shown code. It never prints.
 *
 * @param type {@code eid} or {@code clearance}
 * @param epoch of which day key they are: codes carry it in front of the ticket, big-endian, in as few bytes as it needs
 * @param expires the end of that day, RFC 3339 with offset +08:00: codes shown later go by HPKE
 * @param left how many more this binding may have of that day
 */
public record TicketAnswer(String type, long epoch, String expires, int left, List<Ticket> tickets) {
    @Override
    public String toString() {
        return "TicketAnswer[redacted]";
    }

    /**
     * One ticket. It never prints.
     *
     * @param ticket base64url of 16 bytes: what the code carries
     * @param key base64url of 16 bytes: the code's AES-128-GCM key, secret
     */
    public record Ticket(String ticket, String key) {
        @Override
        public String toString() {
            return "Ticket[redacted]";
        }
    }
}
