package mo.farol.server.signin;

/** A configured provider's keys could not be had at the start: the gateway does not start. The message is one line. */
public final class ProviderUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    ProviderUnusable(String issuer, Throwable why) {
        super("sign_in: without the keys of " + issuer + " no token can be judged: " + reason(why), why);
    }

    /** Neither of the messages repeats what a server sent. */
    private static String reason(Throwable why) {
        Throwable cause = why.getCause();
        return why.getMessage() + (cause == null ? "" : " (" + cause.getMessage() + ")");
    }
}
