package mo.farol.core.binding;

/** Whose proof bound an e-ID. The number is what the database stores. */
public enum BindingWay {
    /** The resident's own face check. */
    FACE(1, false),
    /** The face check of a parent or guardian, for a minor. */
    GUARDIAN_FACE(2, true),
    /** The resident's own card and fingerprint at a kiosk. */
    KIOSK(3, false),
    /** Card and fingerprint of a parent or guardian, for a minor. */
    GUARDIAN_KIOSK(4, true),
    /** Two operators at a counter, for who can use neither. */
    COUNTER(5, false),
    /** As {@link #COUNTER}, with the parent or guardian of a minor. */
    GUARDIAN_COUNTER(6, true);

    private final int number;
    private final boolean byGuardian;

    BindingWay(int number, boolean byGuardian) {
        this.number = number;
        this.byGuardian = byGuardian;
    }

    public int number() {
        return number;
    }

    public boolean byGuardian() {
        return byGuardian;
    }
}
