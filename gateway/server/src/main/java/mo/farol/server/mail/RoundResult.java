package mo.farol.server.mail;

/**
 * What came of one round.
 *
 * @param taken mails that were due, at most a round's worth
 * @param sent of these
 * @param refused of these, for good: the server is there, and does not want them
 * @param reason why the first of the rest was not sent; without meaning when there is no rest
 */
record RoundResult(int taken, int sent, int refused, String reason) {
    static final RoundResult NOTHING = new RoundResult(0, 0, 0, "");

    /** How many are tried again. */
    int left() {
        return taken - sent - refused;
    }

    /** Whether the way out seems closed. */
    boolean cameToNothing() {
        return taken > 0 && left() == taken;
    }
}
