package mo.farol.core.accesslog.note;

/** A note that is not well-formed, or not signed by whom it should be. The message names no content. */
public final class InvalidNote extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidNote(String why) {
        super(why);
    }
}
