package mo.farol.core.verification;

import mo.farol.token.BindingKeyId;
import mo.farol.token.Cti;
import mo.farol.token.GenuineCode;

/**
 * What may be redeemed once: all of it signed. Never the code's bytes or a hash of them, because an ECDSA signature can
 * be rewritten without the key.
 */
public record RedemptionKey(BindingKeyId bindingKeyId, long iat, Cti cti) {
    public static RedemptionKey of(GenuineCode code) {
        return new RedemptionKey(
                code.bindingKeyId(), code.claims().iat(), code.claims().cti());
    }
}
