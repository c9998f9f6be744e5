package mo.farol.core.binding;

import java.time.Instant;

/**
 * What a kiosk read and signed, its signature, audience, terminal and time checked.
 *
 * @param person the row of whose card was read; 0 when nobody has that number
 * @param fingerprintMatched whether the finger is the card's
 * @param id issuer and jti, hashed: it may be used once
 */
public record KioskCheck(long person, boolean fingerprintMatched, byte[] id, Instant expires) {}
