package mo.farol.core.civilregistry;

/** An import cannot go on. What was committed stays, and the same command goes on from there. */
public final class ImportStopped extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param why without personal data */
    public ImportStopped(String why) {
        super(why);
    }

    public ImportStopped(String why, Throwable cause) {
        super(why, cause);
    }
}
