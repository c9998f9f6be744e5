package mo.farol.core.accesslog.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an audit found.
 *
 * @param size entries that were checked
 * @param findings what is wrong; none when the log is what it says
 * @param notes what an auditor should know besides: cuts by restores, what could not be told
 */
public record AuditReport(long size, List<Finding> findings, List<String> notes) {
    public AuditReport {
        findings = findings.stream()
                .sorted(Comparator.comparingLong(Finding::index))
                .toList();
        notes = List.copyOf(notes);
    }

    /** The first entry that is not what it says. */
    public Optional<Finding> first() {
        return findings.stream().findFirst();
    }
}
