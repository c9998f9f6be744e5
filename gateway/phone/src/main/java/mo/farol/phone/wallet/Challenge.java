package mo.farol.phone.wallet;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import mo.farol.token.BindingKeyId;

/**
 * What a new key must sign to be bound.
 *
 * @param nonce base64url of 32 bytes
 * @param keyId what the binding's codes will carry: 16 hex digits
 * @param faceAllowed false: only a kiosk or a counter will do
 */
public record Challenge(UUID challenge, String nonce, String keyId, String expires, boolean faceAllowed) {
    /** @throws IllegalArgumentException when the gateway sent something else */
    byte[] nonceBytes() {
        return Base64.getUrlDecoder().decode(nonce);
    }

    /** @throws IllegalArgumentException when the gateway sent something else */
    BindingKeyId bindingKeyId() {
        return new BindingKeyId(HexFormat.fromHexDigitsToLong(keyId));
    }

    @Override
    public String toString() {
        return "Challenge[" + challenge + "]";
    }
}
