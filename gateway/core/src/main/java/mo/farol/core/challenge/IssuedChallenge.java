package mo.farol.core.challenge;

import java.time.Instant;
import mo.farol.token.Nonce;

/**
 * A challenge as it is stored and shown.
 *
 * @param id random: the code that answers carries it as its nonce
 * @param terminal the row of the terminal that shows it, the only one where a code can answer it
 * @param purpose the row of the purpose that it was issued for
 * @param expires whole seconds by the database's clock; a code may answer it until then
 * @param text what the QR says: {@code EIDC1:} and Base45
 */
public record IssuedChallenge(Nonce id, long terminal, long purpose, Instant expires, String text) {}
