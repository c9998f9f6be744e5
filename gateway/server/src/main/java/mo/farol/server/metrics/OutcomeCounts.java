package mo.farol.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Outcome;
import mo.farol.server.verification.OutcomeListener;

/** How many verifications ended how. By kind and refusal only: never by terminal, purpose or person. */
final class OutcomeCounts implements OutcomeListener {
    private final MeterRegistry registry;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    OutcomeCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void ended(TerminalIdentity terminal, Outcome outcome) {
        counters.computeIfAbsent(label(outcome), this::counter).increment();
    }

    private Counter counter(String label) {
        return Counter.builder("farol.verifications")
                .description("Verifications by how they ended")
                .tag("outcome", label)
                .register(registry);
    }

    private static String label(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Verified verified -> verified.replayed() ? "verified_again" : "verified";
            case Outcome.Refused refused -> refused.why().refusal().code();
            default -> outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
