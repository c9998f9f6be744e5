package mo.farol.core.binding;

/** How an act reached the gateway. The number is what an event stores. */
public enum Channel {
    APP(1),
    ONE_ACCOUNT_WEB(2),
    DSI_WEB(3),
    DSI_COUNTER(4),
    KIOSK(5),
    /** An event of the civil registry. */
    CIVIL_REGISTRY(6),
    /** By policy, such as turning 18. */
    GATEWAY(7);

    private final int number;

    Channel(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The name in the API. */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
