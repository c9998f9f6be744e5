package mo.farol.phone.wallet;

import java.util.UUID;
import mo.farol.token.BindingKeyId;
import mo.farol.token.BindingStatement;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;

/**
 * A key that waits to be bound. It never prints.
 *
 * @param challenge what it signed, or is to sign
 * @param nonce the challenge's, 32 bytes
 * @param scalar its private half: 32 bytes, big-endian
 */
public record PendingKey(UUID eid, UUID challenge, byte[] nonce, BindingKeyId keyId, byte[] scalar) {
    public PendingKey {
        nonce = nonce.clone();
        scalar = scalar.clone();
    }

    /** The signature that shows the gateway that this phone has the key: r || s, 64 bytes. */
    byte[] sign(Crypto crypto) {
        PhoneKey key = PhoneKey.of(crypto, scalar);
        return key.sign(BindingStatement.bytes(challenge, nonce, eid, keyId, key.publicKey()));
    }

    /** Once it is bound. */
    HeldEid bound(UUID binding) {
        return new HeldEid(eid, binding, keyId, scalar);
    }

    @Override
    public String toString() {
        return "PendingKey[redacted]";
    }
}
