package mo.farol.phone.kit;

import java.util.Base64;
import java.util.HexFormat;
import mo.farol.phone.code.BoundEid;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;

/** Turns a kit's residents into e-IDs that can make codes, and back. */
public final class KitPhones {
    private final Crypto crypto;

    public KitPhones(Crypto crypto) {
        this.crypto = crypto;
    }

    /** @throws IllegalArgumentException when the id or the key does not have its shape */
    public BoundEid eid(KitResident resident) {
        BindingKeyId id = new BindingKeyId(HexFormat.fromHexDigitsToLong(resident.keyId()));
        return new BoundEid(id, PhoneKey.of(crypto, Base64.getUrlDecoder().decode(resident.privateKey())));
    }

    /** @param scalar the private key: 32 bytes, big-endian */
    public static KitResident resident(int n, BindingKeyId id, byte[] scalar, String kind) {
        return new KitResident(
                n,
                HexFormat.of().toHexDigits(id.value()),
                Base64.getUrlEncoder().withoutPadding().encodeToString(scalar),
                kind,
                null);
    }
}
