package mo.farol.store.accesslog.seal;

/**
 * How a witness in others' hands stands to this log, as this node last saw it.
 *
 * @param cosigned entries under the newest checkpoint that it cosigned for this node, -1 before the first
 * @param behindMillis for how long it has lacked what is published; 0 when it lacks nothing
 * @param disagrees whether it has seen another log, or a longer one: nothing is sealed meanwhile
 */
public record WitnessFigures(String name, long cosigned, long behindMillis, boolean disagrees) {}
