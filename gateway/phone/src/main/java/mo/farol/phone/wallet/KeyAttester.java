package mo.farol.phone.wallet;

import java.util.List;
import mo.farol.token.BindingPublicKey;

/** The part of a phone's hardware that says where a key lives. */
public interface KeyAttester {
    /** A phone that cannot say. */
    KeyAttester NONE = (nonce, key) -> List.of();

    /**
     * @param nonce the gateway's challenge, which the attestation must name
     * @return certificates in base64 of DER, the key's own first; empty when there is no attestation
     */
    List<String> chain(byte[] nonce, BindingPublicKey key);
}
