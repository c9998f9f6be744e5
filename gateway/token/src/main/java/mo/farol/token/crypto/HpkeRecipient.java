package mo.farol.token.crypto;

/** One gateway key, ready to open what was sealed to it. Safe for use by many threads. */
@FunctionalInterface
public interface HpkeRecipient {
    /**
     * Opens one message.
     *
     * @param encapsulatedKey 32 bytes
     * @throws NotOpened when the key is a low-order point or the ciphertext is not for this key, info and aad
     */
    byte[] open(byte[] encapsulatedKey, byte[] aad, byte[] ciphertext) throws NotOpened;
}
