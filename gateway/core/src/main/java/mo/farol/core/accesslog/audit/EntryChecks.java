package mo.farol.core.accesslog.audit;

import java.util.Arrays;
import java.util.List;
import mo.farol.core.accesslog.EntryKind;
import mo.farol.core.accesslog.LoggedRecord;

/** Each entry by itself, and against the one before it. */
final class EntryChecks {
    private final List<Finding> findings;
    private final Cuts cuts = new Cuts();

    EntryChecks(List<Finding> findings) {
        this.findings = findings;
    }

    /** @return whether all of them are there, so that the tree can be built further */
    boolean check(long from, int width, List<AuditedEntry> read) {
        for (int i = 0; i < width; i++) {
            long index = from + i;
            if (i >= read.size() || read.get(i).index() != index) {
                findings.add(new Finding(index, "the entry is missing"));
                return false;
            }
            check(read.get(i));
        }
        return true;
    }

    Cuts cuts() {
        return cuts;
    }

    private void check(AuditedEntry entry) {
        if (entry.record().isEmpty()) {
            findings.add(new Finding(entry.index(), "the record is gone: " + entry.kind() + " " + entry.id()));
            return;
        }
        LoggedRecord record = entry.record().get();
        if (!Arrays.equals(record.leaf(), entry.leaf())) {
            findings.add(new Finding(
                    entry.index(), "the record is not the one that was sealed: " + entry.kind() + " " + entry.id()));
        } else if (entry.kind() == EntryKind.CUT) {
            cuts.add(entry.index(), record.bytes());
        }
    }
}
