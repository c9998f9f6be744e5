package mo.farol.phone.code;

import java.util.EnumMap;
import java.util.Map;
import mo.farol.token.CodeType;
import mo.farol.token.mint.Recipient;

/**
 * The gateway's current keys for making codes, one per type.
 *
 * @param current what {@code /.well-known/code-keys} published as current
 */
public record CodeKeys(Map<CodeType, Recipient.GatewayKey> current) {
    public CodeKeys {
        current = Map.copyOf(new EnumMap<>(current));
    }

    /** @throws IllegalStateException when the gateway published no current key of this type */
    public Recipient.GatewayKey of(CodeType type) {
        Recipient.GatewayKey key = current.get(type);
        if (key == null) {
            throw new IllegalStateException("the gateway has no current " + type.label() + " key");
        }
        return key;
    }
}
