package mo.farol.core.time;

/** The database's time as this node knows it. A node never uses its own wall clock for a verdict. */
public interface DatabaseTime {
    /**
     * @return milliseconds since 1970 by the database's clock
     * @throws UncertainTime when the node has no reading, or one that is uncertain by more than 2 s
     */
    long millis() throws UncertainTime;

    /** The node cannot tell the time well enough to judge a code: it answers {@code unavailable}. */
    final class UncertainTime extends Exception {
        private static final long serialVersionUID = 1L;

        public UncertainTime() {
            super("no certain reading of the database's time", null, false, false);
        }
    }
}
