package mo.farol.core.verification;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import mo.farol.core.policy.Purpose;
import mo.farol.core.time.DatabaseTime;

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
        boolean answersChallenge = request.code().claims().nonce() != null;
        boolean expectsChallenge =
                purpose.challengeRequired() || request.allowed().request().challenge() != null;
        if (request.code().type() != purpose.accepts()) {
            throw new Ended.Refusing(request, Refusal.WRONG_CODE_TYPE, OptionalLong.empty());
        }
        if (answersChallenge) {
            // No challenge is issued in this version, so no code can answer one of ours.
            throw new Ended.Refusing(request, Refusal.CHALLENGE_MISMATCH, OptionalLong.empty());
        }
        if (expectsChallenge) {
            throw new Ended.Refusing(request, Refusal.CHALLENGE_REQUIRED, OptionalLong.empty());
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
