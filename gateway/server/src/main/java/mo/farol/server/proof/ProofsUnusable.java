package mo.farol.server.proof;

/** What others prove could not be checked: the gateway does not start. */
public final class ProofsUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    ProofsUnusable(String why, Throwable cause) {
        super(why, cause);
    }
}
