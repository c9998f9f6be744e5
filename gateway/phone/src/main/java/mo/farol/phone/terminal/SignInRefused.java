package mo.farol.phone.terminal;

/** The gateway refused to sign this terminal in (RFC 6749, 5.2). */
public final class SignInRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    SignInRefused(int status, String error) {
        super("sign-in refused: " + error + " (status " + status + ")");
        this.status = status;
        this.error = error;
    }

    public int status() {
        return status;
    }

    /** The OAuth error code, such as {@code invalid_client}. */
    public String error() {
        return error;
    }
}
