package mo.farol.core.binding;

/** What a notice tells. The number is what the database stores. */
public enum NoticeKind {
    BOUND(1),
    SUPERSEDED(2),
    SUSPENDED(3),
    RESUMED(4),
    UNBOUND(5),
    /** Another parent or guardian bound the child's e-ID to another phone. */
    REBOUND_BY_OTHER_GUARDIAN(6),
    GUARDIAN_GRANTED(7),
    GUARDIAN_WITHDRAWN(8),
    CARD_CANCELLED(9),
    CARD_EXPIRED(10),
    TURNS_18_SOON(11),
    TURNED_18(12),
    FIRST_USE_BY_INSTITUTION(13),
    BINDING_REFUSED(14),
    REPORT_RECEIVED(15),
    ACCOUNT_LINKED(16),
    ACCOUNT_UNLINKED(17);

    private final int number;

    NoticeKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
