package mo.farol.demo.command;

/** The command line is wrong: one line to the user and exit status 2. */
public final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageError(String message) {
        super(message, null, false, false);
    }
}
