package mo.farol.server.http;

import mo.farol.api.problem.ProblemCode;

/** Hears of every request that was not answered, for metrics. */
@FunctionalInterface
public interface RefusalCount {
    void refused(ProblemCode code);
}
