package mo.farol.store.accesslog.seal;

/**
 * How the sealing goes, as this node last saw it.
 *
 * @param size entries of the log
 * @param published entries under the newest signed checkpoint, -1 before the first
 * @param oldestMillis how old the oldest record is that is not in the log; 0 when all are
 */
public record LogFigures(long size, long published, long oldestMillis) {
    /** Before the first look. */
    public static final LogFigures NONE = new LogFigures(0, -1, 0);
}
