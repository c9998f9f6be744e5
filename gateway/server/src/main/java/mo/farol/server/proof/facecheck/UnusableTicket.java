package mo.farol.server.proof.facecheck;

/** A provider answered with something else than was agreed. The message repeats nothing of it. */
final class UnusableTicket extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableTicket(String why) {
        super(why, null, false, false);
    }
}
