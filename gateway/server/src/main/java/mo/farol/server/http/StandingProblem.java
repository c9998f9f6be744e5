package mo.farol.server.http;

import mo.farol.api.problem.ProblemCode;
import mo.farol.core.terminal.Standing;

/** The problem that says why a terminal may not ask. */
public final class StandingProblem {
    private StandingProblem() {}

    public static ProblemCode of(Standing standing) {
        return switch (standing) {
            case TERMINAL_SUSPENDED -> ProblemCode.TERMINAL_SUSPENDED;
            case INSTITUTION_SUSPENDED -> ProblemCode.INSTITUTION_SUSPENDED;
            case MEANS_SUSPENDED -> ProblemCode.MEANS_SUSPENDED;
            case PURPOSE_NOT_GRANTED -> ProblemCode.PURPOSE_NOT_GRANTED;
        };
    }
}
