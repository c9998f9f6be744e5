package mo.farol.simulation.history;

import java.util.Arrays;
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.VerificationRequest;
import mo.farol.simulation.postgres.Server;

/** Which judge looks at which answer. */
final class Judges {
    private final History history;
    private final AcceptanceJudge acceptances;
    private final RefusalJudge refusals;
    private final FreshJudge fresh;
    private final EndJudge end;

    Judges(History history, Server server) {
        this.history = history;
        this.acceptances = new AcceptanceJudge(history, server);
        this.refusals = new RefusalJudge(history, server);
        this.fresh = new FreshJudge(history, server);
        this.end = new EndJudge(history, server);
    }

    void answered(Ask ask, Outcome outcome) {
        switch (outcome) {
            case Outcome.Verified verified -> acceptances.judge(ask, verified);
            case Outcome.Refused refused -> refusals.judge(ask, refused);
            case Outcome.RefusedAgain again -> refusals.judge(ask, again);
            case Outcome.NotAllowed notAllowed -> refusals.judge(ask, notAllowed);
            case Outcome.NotRecognised notRecognised -> {
                Target binding = new Target.Binding(ask.code().phone().number());
                if (ask.code().genuine() && history.standings().stoodThroughout(binding, ask.sentAt())) {
                    history.report("I13", "a genuine code of a bound phone was not recognised: " + ask);
                }
            }
            case Outcome.KeyReused reused -> {
                if (!isReused(ask)) {
                    history.report("I13", "an Idempotency-Key was called reused and was not: " + ask);
                }
            }
            case Outcome.ReasonMissing missing -> history.report("I13", "no purpose here asks for a reason: " + ask);
            case Outcome.TooMany tooMany -> history.report("I13", "nobody here asks too much: " + ask);
            case Outcome.Unavailable unavailable -> {}
        }
        fresh.judge(ask, outcome);
    }

    void end(boolean everythingCounted) {
        end.judge(everythingCounted);
    }

    private boolean isReused(Ask ask) {
        VerificationRequest request = ask.request();
        return history.asks().stream()
                .map(Ask::request)
                .anyMatch(other -> other.idempotencyKey().equals(request.idempotencyKey())
                        && other.terminal().equals(request.terminal())
                        && !Arrays.equals(other.bodyHash(), request.bodyHash()));
    }
}
