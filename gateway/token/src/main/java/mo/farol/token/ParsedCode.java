package mo.farol.token;

/** A text that has the shape of a code. Nothing in it is secret or proven; no cryptography was done. */
public sealed interface ParsedCode {
    /** The exact protected header bytes, part of the additional data of the encryption. */
    byte[] protectedHeader();

    byte[] ciphertext();

    /**
     * A code by HPKE.
     *
     * @param kid the gateway key's 4-byte id, big-endian
     * @param encapsulatedKey 32 bytes
     */
    record ByHpke(byte[] protectedHeader, int kid, byte[] encapsulatedKey, byte[] ciphertext) implements ParsedCode {}

    /**
     * A code by ticket.
     *
     * @param epoch the 1 to 4 bytes in front of the ticket, naming type and day
     * @param ticket 16 bytes
     * @param iv 12 bytes
     */
    record ByTicket(byte[] protectedHeader, int epoch, byte[] ticket, byte[] iv, byte[] ciphertext)
            implements ParsedCode {}
}
