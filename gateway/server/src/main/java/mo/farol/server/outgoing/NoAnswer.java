package mo.farol.server.outgoing;

/** Nobody answered, or not in time, or with more than was allowed. The message names neither the URL nor what was sent. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswer(String why) {
        super(why, null, false, false);
    }

    NoAnswer(Throwable cause) {
        super("the request failed: " + cause.getClass().getSimpleName(), cause);
    }
}
