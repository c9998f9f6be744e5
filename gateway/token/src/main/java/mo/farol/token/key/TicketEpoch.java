package mo.farol.token.key;

import java.time.LocalDate;
import mo.farol.token.CodeType;
import mo.farol.token.cbor.NotDeterministic;

/**
 * Names a ticket day key: one type on one day. The number is twice the day, counted from 1970-01-01, plus 1 for
 * {@code clearance}; a code carries it big-endian in as few bytes as it needs (two until 2059), so that each epoch has
 * one encoding.
 *
 * @param value unsigned 32 bits
 */
public record TicketEpoch(int value) {
    private static final int MAX_BYTES = 4;

    /** The epoch of {@code type} on {@code day}. */
    public static TicketEpoch of(CodeType type, LocalDate day) {
        long number = 2 * day.toEpochDay() + (type == CodeType.CLEARANCE ? 1 : 0);
        if (number < 0 || number > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("no epoch for this day");
        }
        return new TicketEpoch((int) number);
    }

    /** The type that the number names. */
    public CodeType type() {
        return (value & 1) == 0 ? CodeType.EID : CodeType.CLEARANCE;
    }

    /** The day that the number names. */
    public LocalDate day() {
        return LocalDate.ofEpochDay(Integer.toUnsignedLong(value) >>> 1);
    }

    /** One to four bytes, big-endian, no leading zero byte but for zero itself. */
    public byte[] bytes() {
        int length = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 7) / 8);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (value >>> 8 * (length - 1 - i));
        }
        return bytes;
    }

    /**
     * Reads the first {@code length} bytes of {@code bytes}.
     *
     * @throws NotDeterministic when {@code length} is not 1 to 4 or the encoding is not the shortest
     */
    public static TicketEpoch decode(byte[] bytes, int length) throws NotDeterministic {
        if (length < 1 || length > MAX_BYTES || length > 1 && bytes[0] == 0) {
            throw new NotDeterministic("a ticket epoch in its shortest form");
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[i] & 0xFF;
        }
        return new TicketEpoch(value);
    }
}
