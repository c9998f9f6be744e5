package mo.farol.server.eid;

import java.time.Duration;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.accesslog.AccessLog;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.proof.FaceChecks;
import mo.farol.server.proof.ProofRefused;

/** The one place that says which problem a failure is. */
public final class Failures {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final Duration TRY_FACE_AGAIN = Duration.ofSeconds(30);

    private Failures() {}

    /** @return a {@link RequestRefused} for what is foreseen; anything else is a fault of ours, as it came */
    public static Throwable of(Throwable why) {
        return switch (why) {
            case ArbiterUnreachable outage -> unavailable();
            case AccessLog.Unavailable outage -> unavailable();
            case DatabaseTime.UncertainTime outage -> unavailable();
            case ProofRefused refused -> new RequestRefused(code(refused.why()));
            case FaceChecks.Unreachable outage ->
                new RequestRefused(ProblemCode.FACE_CHECK_UNAVAILABLE, TRY_FACE_AGAIN);
            default -> why;
        };
    }

    public static RequestRefused unavailable() {
        return new RequestRefused(ProblemCode.UNAVAILABLE, TRY_AGAIN);
    }

    /** Refusals and problems have the same names: a test holds them to it. */
    static ProblemCode code(BindingRefusal why) {
        return ProblemCode.valueOf(why.name());
    }
}
