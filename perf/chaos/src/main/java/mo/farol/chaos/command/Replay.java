package mo.farol.chaos.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mo.farol.chaos.check.Checks;
import mo.farol.chaos.check.Exposure;
import mo.farol.chaos.check.Findings;
import mo.farol.chaos.check.RecoveryLimit;
import mo.farol.chaos.history.History;
import mo.farol.chaos.history.HistoryReader;
import mo.farol.chaos.history.Line;

/** Judges a written history again. */
final class Replay {
    private final PrintStream out;

    Replay(PrintStream out) {
        this.out = out;
    }

    /** @return the exit status */
    int run(Path file) throws IOException {
        History history = HistoryReader.read(file);
        Line.Start start = history.start();
        out.println("seed " + start.seed() + (start.quick() ? ", quick" : ""));
        start.schedule().forEach(step -> out.println("  " + step));
        out.println("the same schedule again: ./farol chaos" + (start.quick() ? " --quick" : "")
                + " --schedules 1 --seed " + start.seed());
        Findings findings = Checks.run(history);
        if (!findings.violations().isEmpty()) {
            new Report(out).violations(file, start.seed(), findings);
        }
        out.println(line(history, findings));
        return findings.violations().isEmpty() ? Exit.CLEAN : Exit.BROKEN;
    }

    private static String line(History history, Findings findings) {
        Exposure exposure = Exposure.of(history);
        StringBuilder line = new StringBuilder("ops=" + history.ops().size() + " kills=" + exposure.kills()
                + " acknowledged_changes=" + exposure.acknowledgedChanges());
        for (mo.farol.chaos.check.Promise promise : mo.farol.chaos.check.Promise.values()) {
            line.append(' ').append(promise.figure()).append('=').append(findings.count(promise));
        }
        List<Duration> recoveries = findings.recoveries();
        return line + " excused_by_restore=" + findings.excusedByRestore() + " recovery_p99_ms="
                + RecoveryLimit.p99(recoveries).toMillis();
    }
}
