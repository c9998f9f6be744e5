package mo.farol.planted;

/** A planted bug does not fit the sources any more: whoever changed them has to plant it anew. */
final class Drifted extends Exception {
    private static final long serialVersionUID = 1L;

    Drifted(String why) {
        super(why);
    }
}
