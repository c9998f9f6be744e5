package mo.farol.core.binding;

import java.time.Instant;
import java.util.UUID;

/**
 * A number that a phone shows and a kiosk or a counter takes: it stands for a challenge that the phone's key has signed.
 *
 * @param challenge the challenge's id, which is also the number's
 * @param resident the row of the e-ID to bind
 * @param actor the row of whose card and finger are needed
 * @param level what the phone's attestation proved
 * @param wrongTries numbers that the actor's card was shown with and that fitted none
 */
public record KioskNumber(
        UUID challenge, long resident, long actor, KeyLevel level, Instant expires, int wrongTries, boolean used) {}
