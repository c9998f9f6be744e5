package mo.farol.phone.code;

import java.util.EnumMap;
import java.util.Map;
import mo.farol.token.CodeType;
import mo.farol.token.mint.Recipient;

/**
 * The gateway's current keys for making codes, one per type, and those that sign the challenges of its terminals.
 *
 * @param current what {@code /.well-known/code-keys} published as current
 * @param challenges whose signature on a challenge is believed
 */
public record CodeKeys(Map<CodeType, Recipient.GatewayKey> current, ChallengeKeys challenges) {
    /** Of a phone that believes no challenge. */
    public CodeKeys(Map<CodeType, Recipient.GatewayKey> current) {
        this(current, ChallengeKeys.NONE);
    }

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
