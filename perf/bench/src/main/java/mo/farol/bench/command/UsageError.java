package mo.farol.bench.command;

/** What the user typed cannot be done; the message says why. Exit status 2. */
final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
