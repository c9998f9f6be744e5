package mo.farol.server.jws;

/** A JWS, assertion or token that proves nothing. The reason is for the developer of the caller; it repeats no input. */
public final class NotAccepted extends Exception {
    private static final long serialVersionUID = 1L;

    public NotAccepted(String why) {
        super(why, null, false, false);
    }
}
