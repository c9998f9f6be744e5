package mo.farol.phone.kit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mo.farol.phone.terminal.TerminalKey;

/**
 * A terminal that a load test may sign in as. It never prints.
 *
 * @param name its OAuth client id
 * @param purposes names of the purposes its institution is granted
 * @param privateJwk its private P-256 key as a JWK object
 */
public record KitTerminal(
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) List<String> purposes,

        @JsonProperty(value = "private_jwk", required = true)
        JsonNode privateJwk) {
    public TerminalKey key() {
        return TerminalKey.of(name, privateJwk.toString());
    }

    @Override
    public String toString() {
        return "KitTerminal[" + name + "]";
    }
}
