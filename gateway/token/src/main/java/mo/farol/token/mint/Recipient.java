package mo.farol.token.mint;

import mo.farol.token.cose.Format1;
import mo.farol.token.key.PublishedKey;
import mo.farol.token.key.TicketEpoch;

/** To whom, and by which way, a phone encrypts a code. */
public sealed interface Recipient {
    /**
     * By HPKE to a gateway key.
     *
     * @param kid the key's 4-byte id, big-endian
     * @param publicKey X25519, 32 bytes
     */
    record GatewayKey(int kid, byte[] publicKey) implements Recipient {
        public GatewayKey {
            if (publicKey.length != Format1.ENCAPSULATED_KEY_LENGTH) {
                throw new IllegalArgumentException("an X25519 key has 32 bytes");
            }
        }

        public static GatewayKey of(PublishedKey key) {
            return new GatewayKey(key.kid(), key.publicKey());
        }
    }

    /**
     * By a ticket: for one shown code only.
     *
     * @param ticket 16 bytes
     * @param contentKey 16 bytes, secret
     */
    record Ticket(TicketEpoch epoch, byte[] ticket, byte[] contentKey) implements Recipient {
        public Ticket {
            if (ticket.length != Format1.TICKET_LENGTH || contentKey.length != Format1.TICKET_LENGTH) {
                throw new IllegalArgumentException("a ticket and its key have 16 bytes each");
            }
        }

        @Override
        public String toString() {
            return "Ticket[redacted]";
        }
    }
}
