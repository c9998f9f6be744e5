package mo.farol.core.binding;

/** What became of a binding. The number is what the database stores. */
public enum BindingStatus {
    ACTIVE(1),
    SUSPENDED(2),
    SUPERSEDED(3),
    UNBOUND(4);

    private final int number;

    BindingStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
