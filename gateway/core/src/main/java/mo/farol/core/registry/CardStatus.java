package mo.farol.core.registry;

/** What the civil registry says about a card. The number is what the database stores. */
public enum CardStatus {
    IN_FORCE(1),
    CANCELLED(2),
    REPORTED_FOUND(3);

    private final int number;

    CardStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
