package mo.farol.gatling.plan;

/** What the user typed cannot be done; the message says why. Exit status 2. */
public final class UsageError extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageError(String message) {
        super(message);
    }
}
