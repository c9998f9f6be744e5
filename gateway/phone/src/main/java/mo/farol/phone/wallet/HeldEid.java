package mo.farol.phone.wallet;

import java.util.UUID;
import mo.farol.phone.code.BoundEid;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;

/**
 * An e-ID that this phone holds. It never prints.
 *
 * @param eid the e-ID's name in the API
 * @param binding the binding's name in the API
 * @param scalar the binding's private P-256 key: 32 bytes, big-endian
 */
public record HeldEid(UUID eid, UUID binding, BindingKeyId keyId, byte[] scalar) {
    public HeldEid {
        scalar = scalar.clone();
    }

    /** For making codes. */
    public BoundEid bound(Crypto crypto) {
        return new BoundEid(keyId, PhoneKey.of(crypto, scalar));
    }

    @Override
    public String toString() {
        return "HeldEid[redacted]";
    }
}
