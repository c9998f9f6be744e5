package mo.farol.server.verification;

import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Outcome;

/** Hears how each verification ended, for counters and budgets; an outcome may hold personal data. */
@FunctionalInterface
public interface OutcomeListener {
    void ended(TerminalIdentity terminal, Outcome outcome);

    /** This one, then another. */
    default OutcomeListener and(OutcomeListener other) {
        return (terminal, outcome) -> {
            ended(terminal, outcome);
            other.ended(terminal, outcome);
        };
    }
}
