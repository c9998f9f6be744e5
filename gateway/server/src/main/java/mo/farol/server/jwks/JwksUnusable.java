package mo.farol.server.jwks;

/** A key set cannot be had, or is none, or is too old to be relied on. The message repeats nothing of it. */
public final class JwksUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    JwksUnusable(String why) {
        super(why, null, false, false);
    }

    JwksUnusable(String why, Throwable cause) {
        super(why, cause);
    }
}
