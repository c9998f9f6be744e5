package mo.farol.phone.code;

import mo.farol.token.BindingKeyId;
import mo.farol.token.mint.PhoneKey;

/** An e-ID bound to a key of this phone. It never prints. */
public record BoundEid(BindingKeyId id, PhoneKey key) {
    @Override
    public String toString() {
        return "BoundEid[redacted]";
    }
}
