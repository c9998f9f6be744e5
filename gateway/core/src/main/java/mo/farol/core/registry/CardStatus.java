package mo.farol.core.registry;

/** What the civil registry says about a card. The number is what the database stores. */
public enum CardStatus {
    IN_FORCE(1),
    CANCELLED(2),
    /** Somebody handed it in: somebody else may have held it. */
    REPORTED_FOUND(3),
    /** The card is away; the e-ID on the phone goes on. */
    REPORTED_LOST(4);

    private final int number;

    CardStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
