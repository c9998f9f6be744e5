package mo.farol.server.witness;

/** A witness answered, but not with what can be used. The message says what to look for, and repeats nothing it sent. */
final class UnusableAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableAnswer(String why) {
        super(why, null, false, false);
    }
}
