package mo.farol.store.atrest;

import java.nio.ByteBuffer;

/** Personal text that no grant releases. The number is part of every ciphertext's place: never reused or changed. */
public enum SealedText {
    EMAIL(100),
    /** A phone's name and model, joined by U+001F. */
    PHONE(101),
    REPORT(102);

    private final int number;

    SealedText(int number) {
        this.number = number;
    }

    /** Resident, 8 bytes || number, 2 || key version, 2. */
    byte[] aad(long resident) {
        return ByteBuffer.allocate(12)
                .putLong(resident)
                .putShort((short) number)
                .putShort(AtRestKeys.VERSION)
                .array();
    }
}
