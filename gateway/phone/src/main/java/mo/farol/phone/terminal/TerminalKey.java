package mo.farol.phone.terminal;

import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;

/**
 * A terminal's own key. It never prints.
 *
 * @param name the terminal's OAuth client id
 * @param key its private P-256 key
 */
public record TerminalKey(String name, ECKey key) {
    public TerminalKey {
        if (!key.isPrivate()) {
            throw new IllegalArgumentException("a terminal signs with its private key");
        }
    }

    /** @throws IllegalArgumentException when {@code jwk} is not a private EC key */
    public static TerminalKey of(String name, String jwk) {
        try {
            return new TerminalKey(name, ECKey.parse(jwk));
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an EC key in JWK form", e);
        }
    }

    @Override
    public String toString() {
        return "TerminalKey[" + name + "]";
    }
}
