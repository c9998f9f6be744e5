package mo.farol.token.crypto;

import mo.farol.token.BindingPublicKey;

/**
 * The cryptography of format 1. Implementations are safe for use by many threads. Arguments of a wrong length are our own
 * bug ({@link IllegalArgumentException}); what does not open or verify is an answer.
 */
public interface Crypto {
    /** The implementation in use, for the log line at start. */
    String name();

    /**
     * Prepares a gateway's key pair for many openings (RFC 9180, base mode: X25519, HKDF-SHA256, AES-128-GCM).
     *
     * @param privateKey 32 bytes
     * @param publicKey 32 bytes
     * @param info the HPKE {@code info} of everything sealed to it
     */
    HpkeRecipient recipient(byte[] privateKey, byte[] publicKey, byte[] info);

    /**
     * Seals once to a gateway's key, with a fresh ephemeral key.
     *
     * @param publicKey 32 bytes
     */
    HpkeSealed seal(byte[] publicKey, byte[] info, byte[] aad, byte[] plaintext);

    /**
     * Opens AES-128-GCM with a 16-byte tag at the end.
     *
     * @param key 16 bytes
     * @param iv 12 bytes
     * @throws NotOpened when the tag does not verify
     */
    byte[] openGcm(byte[] key, byte[] iv, byte[] aad, byte[] ciphertext) throws NotOpened;

    /** Seals with AES-128-GCM; the result ends with the 16-byte tag. */
    byte[] sealGcm(byte[] key, byte[] iv, byte[] aad, byte[] plaintext);

    /** HKDF with SHA-256 (RFC 5869), extract and expand; {@code length} is in bytes. */
    byte[] hkdf(byte[] inputKey, byte[] salt, byte[] info, int length);

    /**
     * Verifies an ES256 signature of exactly 64 bytes, r || s with 0 < r, s < n. A high s is accepted: nothing is keyed on
     * the signature's bytes, so its second form gains nothing. A key that is not on the curve verifies nothing.
     */
    boolean verify(BindingPublicKey key, byte[] message, byte[] signature);

    /**
     * Prepares a P-256 private key for signing.
     *
     * @param scalar 32 bytes, big-endian
     */
    Es256Signer signer(byte[] scalar, BindingPublicKey publicKey);

    /** The native implementation where it loads, else the Java one. */
    static CryptoChoice preferred() {
        return CryptoChoice.preferred();
    }
}
