package mo.farol.core.binding;

/** Where a phone's attestation says that its key lives, weakest first. The number is what the database stores. */
public enum KeyLevel {
    /** No attestation was shown. */
    NOT_ATTESTED(0),
    SOFTWARE(1),
    TRUSTED_ENVIRONMENT(2),
    STRONG_BOX(3);

    private final int number;

    KeyLevel(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public boolean atLeast(KeyLevel other) {
        return number >= other.number;
    }
}
