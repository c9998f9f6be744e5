package mo.farol.server.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Outcome;
import mo.farol.server.verification.OutcomeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts, for each terminal, the texts that were not proven genuine. They name no resident, so they are on no record of
 * anybody's; a terminal that sends many is worth a visit. Told in the log, at most {@value #MOST_TOLD} terminals a time.
 */
public final class UnprovenTexts implements OutcomeListener {
    private static final Logger LOG = LoggerFactory.getLogger(UnprovenTexts.class);
    private static final int MOST_TERMINALS = 20_000;
    private static final int MOST_TOLD = 50;

    private final Map<Long, LongAdder> byTerminal = new ConcurrentHashMap<>();
    private final LongAdder others = new LongAdder();

    @Override
    public void ended(TerminalIdentity terminal, Outcome outcome) {
        if (outcome instanceof Outcome.NotRecognised) {
            counter(terminal.terminal()).increment();
        }
    }

    private LongAdder counter(long terminal) {
        LongAdder known = byTerminal.get(terminal);
        if (known != null) {
            return known;
        }
        return byTerminal.size() < MOST_TERMINALS
                ? byTerminal.computeIfAbsent(terminal, first -> new LongAdder())
                : others;
    }

    /** Says in the log what was counted since it was last said, the most first. To be called every minute or so. */
    public void tell() {
        List<Map.Entry<Long, Long>> counts = byTerminal.entrySet().stream()
                .map(each -> Map.entry(each.getKey(), each.getValue().sumThenReset()))
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
        counts.stream()
                .limit(MOST_TOLD)
                .forEach(each ->
                        LOG.info("texts not proven genuine: terminal={} count={}", each.getKey(), each.getValue()));
        long rest = others.sumThenReset()
                + counts.stream().skip(MOST_TOLD).mapToLong(Map.Entry::getValue).sum();
        if (rest > 0) {
            LOG.info("texts not proven genuine: other terminals count={}", rest);
        }
        byTerminal.values().removeIf(counter -> counter.sum() == 0);
    }
}
