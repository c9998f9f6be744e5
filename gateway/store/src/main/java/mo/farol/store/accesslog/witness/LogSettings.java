package mo.farol.store.accesslog.witness;

import java.util.List;
import java.util.stream.Stream;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.core.accesslog.note.LogName;

/**
 * What a node needs to seal the public log.
 *
 * @param witnesses of this node's own, outside the database: nothing is published before one keeps it. None only where
 *     the log proves nothing to anybody
 * @param outsiders witnesses in others' hands: nothing waits for them, and nothing is sealed against their word
 */
public record LogSettings(LogName name, LogKey key, List<Witness> witnesses, List<Witness> outsiders) {
    public LogSettings {
        witnesses = List.copyOf(witnesses);
        outsiders = List.copyOf(outsiders);
    }

    /** This node's own witnesses and the others. */
    public List<Witness> all() {
        return Stream.concat(witnesses.stream(), outsiders.stream()).toList();
    }
}
