package mo.farol.core.binding;

/** Why somebody may act for a minor. The number is what the database stores. */
public enum GuardianKind {
    PARENT(1),
    GUARDIAN(2);

    private final int number;

    GuardianKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
