package mo.farol.core.accesslog.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.note.InvalidNote;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.TileId;

/**
 * One audit of a whole log: every entry against its record, every tile against the entries, the root against the signed
 * checkpoint, and all of it against older checkpoints that somebody kept.
 */
public final class LogAudit {
    /** After so many the rest would be more of the same. */
    private static final int ENOUGH = 20;

    private final LogSource source;
    private final LogName name;
    private final Keys keys;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param keys the log's key under each of its origins */
    public LogAudit(LogSource source, LogName name, Keys keys) {
        this.source = source;
        this.name = name;
        this.keys = keys;
    }

    /** The log's key under an origin. */
    @FunctionalInterface
    public interface Keys {
        NoteKey under(String origin);
    }

    /**
     * @param older checkpoints that the log signed before, in any order
     * @throws IOException when the log cannot be read, which says nothing about what it holds
     */
    public AuditReport run(List<SignedCheckpoint> older) throws IOException {
        Optional<SignedCheckpoint> head = head();
        if (head.isEmpty()) {
            findings.add(new Finding(0, "there is no checkpoint that the log signed"));
            return new AuditReport(0, findings, List.of());
        }
        long size = head.get().checkpoint().size();
        Rebuilding tree = new Rebuilding(source, older, findings);
        EntryChecks entries = new EntryChecks(findings);
        for (long from = 0; from < size && findings.size() < ENOUGH; from += TileId.WIDTH) {
            int width = (int) Math.min(TileId.WIDTH, size - from);
            List<AuditedEntry> read = source.entries(from, width);
            boolean whole = entries.check(from, width, read);
            if (!whole) {
                return report(size, entries, older);
            }
            tree.append(from, read, from + width == size);
        }
        checkRoots(head.get(), tree, entries.cuts());
        return report(size, entries, older);
    }

    private Optional<SignedCheckpoint> head() throws IOException {
        Optional<String> note = source.checkpoint();
        if (note.isEmpty()) {
            return Optional.empty();
        }
        String origin = note.get().lines().findFirst().orElse("");
        if (name.epoch(origin).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedCheckpoint.open(note.get(), keys.under(origin)));
        } catch (InvalidNote e) {
            return Optional.empty();
        }
    }

    private void checkRoots(SignedCheckpoint head, Rebuilding tree, Cuts cuts) {
        Rebuilding.Bounds bounds = tree.bounds(cuts, name);
        boolean complete = tree.size() == head.checkpoint().size();
        if (bounds.badBefore().isPresent()) {
            differs(
                    bounds.goodUpTo(),
                    "an entry from here on, before " + bounds.badBefore().get()
                            + ", is not the one that an older checkpoint has");
        } else if (complete && !Arrays.equals(tree.root(), head.checkpoint().root())) {
            differs(bounds.goodUpTo(), "the entries from here on are not those that the checkpoint was signed for");
        }
    }

    /** A root says that some entry differs, not which one: an entry that was named explains it, and may hide another. */
    private void differs(long from, String what) {
        if (findings.stream().anyMatch(named -> named.index() >= from)) {
            notes.add("whether entries from " + from + " on that are not named differ too, no root can tell until those"
                    + " that are named are what they were");
        } else {
            findings.add(new Finding(from, what));
        }
    }

    private AuditReport report(long size, EntryChecks entries, List<SignedCheckpoint> older) {
        Cuts cuts = entries.cuts();
        cuts.judge(older, name, size, findings);
        notes.addAll(cuts.notes());
        return new AuditReport(size, findings, notes);
    }
}
