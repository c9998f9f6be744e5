package mo.farol.phone.code;

import java.time.LocalDate;
import java.util.Optional;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.mint.Recipient;

/** The tickets a phone holds: the second way to a code's content key. Each is good for one shown code of one day. */
public interface Tickets {
    /** A phone that never fetched any: all of its codes go by HPKE. */
    Tickets NONE = (binding, type, day) -> Optional.empty();

    /**
     * Takes a ticket out for good, before the code is drawn, so that no ticket is ever used for two.
     *
     * @param day in UTC, as the gateway counts days of keys
     */
    Optional<Recipient.Ticket> take(BindingKeyId binding, CodeType type, LocalDate day);
}
