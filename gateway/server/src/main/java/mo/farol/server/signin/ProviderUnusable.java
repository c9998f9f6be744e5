package mo.farol.server.signin;

/** A configured provider's keys could not be had at the start: the gateway does not start. The message is one line. */
public final class ProviderUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    ProviderUnusable(String issuer, Throwable why) {
        super("sign_in: without the keys of " + issuer + " no token can be judged: " + why.getMessage(), why);
    }
}
