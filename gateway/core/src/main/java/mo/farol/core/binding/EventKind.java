package mo.farol.core.binding;

/** What an event of an e-ID's life is about. The number is what the event stores, never reused. */
public enum EventKind {
    BOUND(1),
    SUPERSEDED(2),
    SUSPENDED(3),
    RESUMED(4),
    UNBOUND(5),
    GUARDIAN_GRANTED(6),
    GUARDIAN_WITHDRAWN(7),
    CARD_EVENT(8),
    KIOSK_NUMBER(9),
    COUNTER_CASE(10),
    /** The policy's notice that a minor is about to be, or was, treated as an adult. */
    TURNING_18(11),
    ACCOUNT_LINKED(12),
    ACCOUNT_UNLINKED(13),
    /** The first of two operators asked for a link that takes the place of another. */
    ACCOUNT_CASE(14);

    private final int number;

    EventKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
