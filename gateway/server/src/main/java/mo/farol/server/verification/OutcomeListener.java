package mo.farol.server.verification;

import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.verification.Outcome;

/** Hears how each verification ended, for counters and budgets; an outcome may hold personal data. */
@FunctionalInterface
public interface OutcomeListener {
    void ended(TerminalIdentity terminal, Outcome outcome);
}
