package mo.farol.server.keys;

/** The gateway's keys cannot be used, and without them it must not start. The message is for its operator. */
public final class KeysUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    public KeysUnusable(String why) {
        super(why);
    }

    public KeysUnusable(String why, Throwable cause) {
        super(why, cause);
    }
}
