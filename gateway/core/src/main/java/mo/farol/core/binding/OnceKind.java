package mo.farol.core.binding;

/** What may be used once, ever. The number is what the database stores. */
public enum OnceKind {
    BINDING_CHALLENGE(1),
    FACE_ASSERTION(2),
    KIOSK_ASSERTION(3),
    KIOSK_NUMBER(4),
    /** A signature by which a binding's key asked for tickets. */
    TICKET_REQUEST(5);

    private final int number;

    OnceKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
