package mo.farol.chaos.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mo.farol.chaos.check.Findings;
import mo.farol.chaos.check.Promise;
import mo.farol.chaos.check.Violation;
import mo.farol.chaos.history.History;
import mo.farol.chaos.history.HistoryReader;
import mo.farol.chaos.history.Line;
import mo.farol.phone.canary.Hit;

/** What is said about each schedule while the run goes on, and the table that stays. */
final class Report {
    private static final int SHOWN = 3;
    private static final JsonMapper JSON = new JsonMapper();

    private final PrintStream out;
    private final List<String> rows = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void schedule(Outcome outcome) throws IOException {
        var counts = outcome.counts();
        int broken = outcome.findings().violations().size();
        out.printf(
                "seed=%d faults=%s seconds=%d attempts=%d accepted=%d replays=%d refused=%d unavailable=%d kills=%d"
                        + " acknowledged_changes=%d violations=%d%n",
                outcome.schedule().seed(),
                outcome.faults(),
                outcome.took().toSeconds(),
                counts.attempts(),
                counts.accepted(),
                counts.replays(),
                counts.refused(),
                counts.unavailable(),
                outcome.exposure().kills(),
                outcome.exposure().acknowledgedChanges(),
                broken);
        rows.add("| %d | %s | %d | %d | %d | %d | %d | %d | %d | %d |"
                .formatted(
                        outcome.schedule().seed(),
                        outcome.faults(),
                        counts.attempts(),
                        counts.replays(),
                        counts.accepted(),
                        counts.refused(),
                        counts.unavailable(),
                        outcome.exposure().kills(),
                        outcome.exposure().acknowledgedChanges(),
                        broken));
        if (broken > 0) {
            violations(outcome.history(), outcome.schedule().seed(), outcome.findings());
        }
    }

    /** Each with the few lines of the history that show it. */
    void violations(Path file, long seed, Findings findings) throws IOException {
        History history = HistoryReader.read(file);
        out.printf("broken: seed %d, history %s%n", seed, file);
        List<Violation> violations = findings.violations();
        for (Violation one : violations.subList(0, Math.min(SHOWN, violations.size()))) {
            out.printf(
                    "%s %s: %s (%s)%n",
                    one.promise().number(),
                    one.promise().figure(),
                    one.what(),
                    one.promise().meaning());
            for (Line line : history.linesOf(one.ops())) {
                out.println("  " + text(line));
            }
        }
        if (violations.size() > SHOWN) {
            out.printf("and %d more%n", violations.size() - SHOWN);
        }
    }

    /** Whose value stands where; never the value. */
    void leaks(List<Hit> leaks) {
        for (Hit hit : leaks.subList(0, Math.min(SHOWN, leaks.size()))) {
            out.printf(
                    "%s %s: %s as %s in %s, byte %d%n",
                    Promise.LEAKED_VALUES.number(),
                    Promise.LEAKED_VALUES.figure(),
                    hit.canary(),
                    hit.encoding(),
                    hit.place(),
                    hit.offset());
        }
    }

    private static String text(Line line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can be written", e);
        }
    }

    /** The table of the run, in Markdown. */
    void table(Path file, String figures) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| seed | faults | attempts | replays | accepted | refused | unavailable | kills"
                + " | acknowledged changes | violations |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        lines.addAll(rows);
        lines.add("");
        lines.add("    " + figures);
        Files.write(file, lines);
    }
}
