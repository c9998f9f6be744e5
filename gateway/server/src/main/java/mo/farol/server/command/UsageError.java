package mo.farol.server.command;

/** The user typed something that the program does not understand. */
public final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageError(String what) {
        super(what, null, false, false);
    }
}
