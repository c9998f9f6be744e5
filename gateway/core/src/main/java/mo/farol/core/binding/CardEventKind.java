package mo.farol.core.binding;

/** What happened to a card. The number is what events store. */
public enum CardEventKind {
    ISSUED(1),
    REPLACED(2),
    LOST(3),
    FOUND(4),
    RESTORED(5),
    EXPIRED(6),
    CANCELLED(7),
    DEATH(8);

    private final int number;

    CardEventKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
