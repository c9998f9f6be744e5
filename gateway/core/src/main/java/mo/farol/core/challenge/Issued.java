package mo.farol.core.challenge;

import mo.farol.core.terminal.Standing;

/** What a terminal's wish for a challenge came to. */
public sealed interface Issued {
    /** @param replayed the same request got the same challenge again */
    record Given(IssuedChallenge challenge, boolean replayed) implements Issued {}

    /** The terminal may not ask, or not for this purpose. */
    record NotAllowed(Standing standing) implements Issued {}

    /** The terminal is not enrolled any more. */
    record Unknown() implements Issued {}

    /** The Idempotency-Key was used with another request. */
    record KeyReused() implements Issued {}
}
