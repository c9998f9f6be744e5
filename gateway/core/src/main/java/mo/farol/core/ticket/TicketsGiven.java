package mo.farol.core.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mo.farol.token.key.TicketEpoch;
import mo.farol.token.mint.Recipient;

/** What a phone's wish for tickets came to. */
public sealed interface TicketsGiven {
    /**
     * @param epoch which day key they are of
     * @param expires the end of that day: codes shown later go by HPKE
     * @param left how many more this binding may have of that day
     */
    record Given(TicketEpoch epoch, Instant expires, List<Recipient.Ticket> tickets, int left) implements TicketsGiven {
        @Override
        public String toString() {
            return "Given[" + tickets.size() + ", redacted]";
        }
    }

    /** There is no such binding of the caller's. */
    record Unknown() implements TicketsGiven {}

    /** This gateway gives none, or has no key for today: codes go by HPKE. */
    record NotOffered() implements TicketsGiven {}

    /** The binding's key did not sign this. */
    record SignatureInvalid() implements TicketsGiven {}

    /** Signed too long ago, or ahead of the gateway's time. */
    record NotFresh() implements TicketsGiven {}

    /** What was signed was used before. */
    record UsedBefore() implements TicketsGiven {}

    /** The binding is suspended or has ended. */
    record NotActive() implements TicketsGiven {}

    /** The binding has had all of the day. @param untilTomorrow at least a second */
    record NoneLeft(Duration untilTomorrow) implements TicketsGiven {}
}
