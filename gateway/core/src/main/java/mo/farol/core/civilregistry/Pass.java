package mo.farol.core.civilregistry;

/**
 * An import reads the file twice, so that a guardianship may stand before the people it names. The number is what the
 * database stores.
 */
public enum Pass {
    RESIDENTS(1),
    GUARDIANSHIPS(2),
    DONE(3);

    private final int number;

    Pass(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Pass byNumber(int number) {
        return values()[number - 1];
    }

    public Pass next() {
        return byNumber(number + 1);
    }
}
