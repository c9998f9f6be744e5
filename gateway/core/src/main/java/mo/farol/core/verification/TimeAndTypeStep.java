package mo.farol.core.verification;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import mo.farol.core.policy.Purpose;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.Nonce;

/** Step 5: is it the right kind of code, and of this time? By the database's clock only. */
final class TimeAndTypeStep {
    private final CodeWindow window;
    private final DatabaseTime time;

    TimeAndTypeStep(CodeWindow window, DatabaseTime time) {
        this.window = window;
        this.time = time;
    }

    CurrentRequest apply(GenuineRequest request) {
        refuseWrongKind(request);
        long ageMillis =
                now() - TimeUnit.SECONDS.toMillis(request.code().claims().iat());
        long ageSeconds = Math.floorDiv(ageMillis, 1000L);
        if (window.isAhead(ageMillis)) {
            throw new Ended.Refusing(request, Refusal.CLOCK_SKEW, OptionalLong.of(ageSeconds));
        }
        if (window.isPastRetrying(ageMillis)) {
            throw new Ended.Refusing(request, Refusal.EXPIRED, OptionalLong.of(ageSeconds));
        }
        return new CurrentRequest(request, ageSeconds, window.isPast(ageMillis));
    }

    private static void refuseWrongKind(GenuineRequest request) {
        Purpose purpose = request.allowed().purpose();
        if (request.code().type() != purpose.accepts()) {
            throw new Ended.Refusing(request, Refusal.WRONG_CODE_TYPE, OptionalLong.empty());
        }
        refuseAnotherChallenge(request);
    }

    /**
     * Whether the code answers what the terminal says it showed. Whether that challenge is good, and whether the purpose
     * asks for one, is the arbiter's to say, so that an honest retry is not judged by what changed since.
     */
    private static void refuseAnotherChallenge(GenuineRequest request) {
        Nonce shown = request.allowed().request().challenge();
        Nonce answered = request.code().claims().nonce();
        if (shown != null && !Objects.equals(shown, answered)) {
            Refusal refusal = answered == null ? Refusal.CHALLENGE_REQUIRED : Refusal.CHALLENGE_MISMATCH;
            throw new Ended.Refusing(request, refusal, OptionalLong.empty());
        }
    }

    private long now() {
        try {
            return time.millis();
        } catch (DatabaseTime.UncertainTime uncertain) {
            throw new Ended.With(new Outcome.Unavailable());
        }
    }
}
