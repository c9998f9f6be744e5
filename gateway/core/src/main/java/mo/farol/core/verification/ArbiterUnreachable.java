package mo.farol.core.verification;

/** PostgreSQL, which alone decides, cannot be asked or cannot be trusted now: the answer is {@code unavailable}. */
public final class ArbiterUnreachable extends Exception {
    private static final long serialVersionUID = 1L;

    public ArbiterUnreachable(String why, Throwable cause) {
        super(why, cause);
    }

    public ArbiterUnreachable(String why) {
        super(why, null, false, false);
    }
}
