package mo.farol.core.binding;

/** What can be done to a binding. The number is what an event stores, never reused. */
public enum BindingAct {
    BIND(1),
    SUPERSEDE(2),
    SUSPEND(3),
    RESUME(4),
    UNBIND(5);

    private final int number;

    BindingAct(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
