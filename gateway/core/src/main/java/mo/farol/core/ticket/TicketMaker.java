package mo.farol.core.ticket;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import mo.farol.token.TicketDerivation;
import mo.farol.token.cose.Format1;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.key.TicketKey;
import mo.farol.token.mint.Recipient;

/** Makes tickets: random bytes and the content key that the gateway will derive from them again. */
final class TicketMaker {
    private final Crypto crypto;
    private final RandomGenerator random;

    /** @param random a cryptographic source */
    TicketMaker(Crypto crypto, RandomGenerator random) {
        this.crypto = crypto;
        this.random = random;
    }

    List<Recipient.Ticket> make(TicketKey day, int count) {
        return Stream.generate(() -> one(day)).limit(count).toList();
    }

    private Recipient.Ticket one(TicketKey day) {
        byte[] ticket = new byte[Format1.TICKET_LENGTH];
        random.nextBytes(ticket);
        return new Recipient.Ticket(day.epoch(), ticket, TicketDerivation.contentKey(crypto, day, ticket));
    }
}
