package mo.farol.simulation.history;

import mo.farol.core.verification.Outcome;

/** An outcome in a few words, for traces and counts. */
public final class Told {
    private Told() {}

    public static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Verified verified ->
                (verified.replayed() ? "verified before " : "verified ")
                        + verified.decision().entry().id();
            case Outcome.Refused refused ->
                "refused " + refused.why().refusal().code() + " "
                        + refused.entry().id();
            case Outcome.RefusedAgain again ->
                "refused again " + again.why().refusal().code();
            case Outcome.NotRecognised notRecognised -> "not recognised";
            case Outcome.NotAllowed notAllowed ->
                "not allowed " + notAllowed.standing().code();
            case Outcome.ReasonMissing missing -> "reason missing";
            case Outcome.KeyReused reused -> "key reused";
            case Outcome.TooMany tooMany -> "too many";
            case Outcome.Unavailable unavailable -> "unavailable";
        };
    }
}
