package mo.farol.core.verification;

import java.util.OptionalLong;

/** Step 8: the durable decision becomes the outcome; a won code is made known here and to the other gateways. */
final class AnswerStep {
    private final ReplayTable table;
    private final Announcements announcements;
    private final ProvenRefusals proven;
    private final RefusalBudget budget;

    AnswerStep(ReplayTable table, Announcements announcements, ProvenRefusals proven, RefusalBudget budget) {
        this.table = table;
        this.announcements = announcements;
        this.proven = proven;
        this.budget = budget;
    }

    Outcome apply(DecidedRequest decided) {
        GenuineRequest request = decided.current().genuine();
        return switch (decided.decision()) {
            case Decision.Accepted accepted -> {
                table.put(request.key(), request.retryKey().fingerprint());
                announcements.won(request.key(), request.retryKey());
                yield new Outcome.Verified(accepted, request.circumstances(), false);
            }
            case Decision.AcceptedBefore before -> {
                table.put(request.key(), request.retryKey().fingerprint());
                yield new Outcome.Verified(before, request.circumstances(), true);
            }
            case Decision.Refused refused -> {
                Explanation why = new Explanation(
                        refused.refusal(),
                        age(decided, refused.refusal()),
                        request.allowed().purpose().accepts());
                proven.remember(request, why);
                budget.spend(request);
                yield new Outcome.Refused(why, refused.entry(), false);
            }
            case Decision.NotAllowed notAllowed -> new Outcome.NotAllowed(notAllowed.standing());
        };
    }

    private static OptionalLong age(DecidedRequest decided, Refusal refusal) {
        // In time and yet expired: the phone has shown a newer code since, so the age explains nothing.
        boolean byTime = refusal == Refusal.EXPIRED && decided.current().late() || refusal == Refusal.CLOCK_SKEW;
        return byTime ? OptionalLong.of(decided.current().ageSeconds()) : OptionalLong.empty();
    }
}
