package mo.farol.token.crypto;

/**
 * What HPKE's sender makes.
 *
 * @param encapsulatedKey 32 bytes
 * @param ciphertext as long as the plaintext, and the 16-byte tag
 */
public record HpkeSealed(byte[] encapsulatedKey, byte[] ciphertext) {}
