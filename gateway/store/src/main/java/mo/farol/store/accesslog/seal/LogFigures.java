package mo.farol.store.accesslog.seal;

import java.util.List;

/**
 * How the sealing goes, as this node last saw it.
 *
 * @param size entries of the log
 * @param published entries under the newest signed checkpoint, -1 before the first
 * @param oldestMillis how old the oldest record is that is not in the log; 0 when all are
 * @param outsiders witnesses in others' hands, in the configuration's order
 */
public record LogFigures(long size, long published, long oldestMillis, List<WitnessFigures> outsiders) {
    /** Before the first look. */
    public static final LogFigures NONE = new LogFigures(0, -1, 0, List.of());

    public LogFigures {
        outsiders = List.copyOf(outsiders);
    }
}
