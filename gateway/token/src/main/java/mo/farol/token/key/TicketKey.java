package mo.farol.token.key;

import mo.farol.token.CodeType;

/**
 * The secret of one type on one day, from which the content keys of that day's tickets derive.
 *
 * @param key 32 bytes
 */
public record TicketKey(TicketEpoch epoch, byte[] key, KeyState state) {
    private static final int LENGTH = 32;

    public TicketKey {
        if (key.length != LENGTH) {
            throw new IllegalArgumentException("a ticket day key has 32 bytes");
        }
        key = key.clone();
    }

    public CodeType type() {
        return epoch.type();
    }

    @Override
    public String toString() {
        return "TicketKey[" + type().label() + ", " + state + ", redacted]";
    }
}
