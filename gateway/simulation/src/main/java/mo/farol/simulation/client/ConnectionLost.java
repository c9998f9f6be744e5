package mo.farol.simulation.client;

/** The connection ended; nobody knows what became of the statement. No answer of the server's, so no PgException. */
final class ConnectionLost extends Exception {
    private static final long serialVersionUID = 1L;

    ConnectionLost(String why) {
        super(why, null, false, false);
    }
}
