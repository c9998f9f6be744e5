package mo.farol.store.accesslog.witness;

import java.util.List;
import mo.farol.core.accesslog.Witness;
import mo.farol.core.accesslog.note.LogKey;
import mo.farol.core.accesslog.note.LogName;

/**
 * What a node needs to seal the public log.
 *
 * @param witnesses outside the database; none only where the log proves nothing to anybody
 */
public record LogSettings(LogName name, LogKey key, List<Witness> witnesses) {
    public LogSettings {
        witnesses = List.copyOf(witnesses);
    }
}
