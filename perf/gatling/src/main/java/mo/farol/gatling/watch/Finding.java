package mo.farol.gatling.watch;

/**
 * What a run showed beside Gatling's own figures.
 *
 * @param kept {@code false}: a promise was broken, and so the run fails
 * @param text one line
 */
public record Finding(boolean kept, String text) {
    /** Worth knowing, and no promise. */
    public static Finding note(String text) {
        return new Finding(true, text);
    }
}
