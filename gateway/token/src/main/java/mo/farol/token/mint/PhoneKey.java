package mo.farol.token.mint;

import java.util.random.RandomGenerator;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.Es256Signer;
import mo.farol.token.crypto.P256;

/** The P-256 key pair of one binding, as a phone holds it. */
public final class PhoneKey {
    private final Es256Signer signer;
    private final BindingPublicKey publicKey;

    /** A key whose private half {@code signer} keeps, in hardware for instance. */
    public PhoneKey(Es256Signer signer, BindingPublicKey publicKey) {
        this.signer = signer;
        this.publicKey = publicKey;
    }

    /** A fresh key pair. */
    public static PhoneKey generate(Crypto crypto, RandomGenerator random) {
        return of(crypto, P256.newScalar(random));
    }

    /**
     * The key pair of a stored private key.
     *
     * @param scalar 32 bytes, big-endian
     * @throws IllegalArgumentException when it is zero or not below the curve's order
     */
    public static PhoneKey of(Crypto crypto, byte[] scalar) {
        BindingPublicKey publicKey = P256.publicKey(scalar);
        return new PhoneKey(crypto.signer(scalar, publicKey), publicKey);
    }

    public BindingPublicKey publicKey() {
        return publicKey;
    }

    /** An ES256 signature, r || s, 64 bytes. */
    public byte[] sign(byte[] message) {
        return signer.sign(message);
    }

    @Override
    public String toString() {
        return "PhoneKey[redacted]";
    }
}
