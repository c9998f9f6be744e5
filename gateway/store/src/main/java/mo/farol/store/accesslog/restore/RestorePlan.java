package mo.farol.store.accesslog.restore;

import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.note.Checkpoint;

/**
 * What a restored database has, held against the witnesses.
 *
 * @param size entries of its log
 * @param witnessed the latest checkpoint that a witness holds
 * @param unfinished an earlier restore has not signed its epoch yet
 * @param cut whether the log must begin a new epoch, because it is not what was witnessed
 * @param active bindings that are active
 * @param outside what each witness in others' hands says of this log, a clause each
 */
public record RestorePlan(
        int epoch,
        long size,
        Optional<Checkpoint> witnessed,
        boolean unfinished,
        boolean cut,
        long active,
        List<String> outside) {
    /** Entries that are known to be lost. */
    public long lost() {
        return witnessed.map(each -> Math.max(0, each.size() - size)).orElse(0L);
    }
}
