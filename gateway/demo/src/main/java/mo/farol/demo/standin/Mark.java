package mo.farol.demo.standin;

/** What every stand-in says of itself. */
public final class Mark {
    /** In pages, answers and log lines. */
    public static final String TEXT = "stand-in, demo only";

    /** The header of every answer. */
    public static final String HEADER = "Farol-Stand-In";

    private Mark() {}
}
