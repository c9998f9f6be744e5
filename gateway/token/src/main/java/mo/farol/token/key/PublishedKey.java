package mo.farol.token.key;

import java.util.Comparator;
import mo.farol.token.CodeType;

/**
 * A gateway's HPKE public key, as phones learn it from {@code /.well-known/code-keys}.
 *
 * @param kid the key's 4-byte id, big-endian
 * @param publicKey X25519, 32 bytes
 */
public record PublishedKey(CodeType type, int kid, byte[] publicKey, KeyState state) {
    static final Comparator<PublishedKey> ORDER = Comparator.comparing(PublishedKey::type)
            .thenComparing(PublishedKey::state)
            .thenComparing(PublishedKey::kid, Integer::compareUnsigned);
}
