package mo.farol.chaos.check;

import java.util.List;
import mo.farol.chaos.history.History;

/** All checks that there are. */
public final class Checks {
    private static final List<Check> ALL = List.of(
            new AcceptedAtMostOnce(),
            new AssertionAtMostOnce(),
            new ChallengesHold(),
            new NothingAfterWithdrawal(),
            new NothingBeforeResumption(),
            new AnsweredMeansRecorded(),
            new ChangesStay(),
            new ReleasedWithinGrant(),
            new RetriesAgree(),
            new RecoveryTimes(),
            new AnsweredWhenWell(),
            new LogHoldsRecords(),
            new NoCrossing(),
            new OneActiveBinding(),
            new NoFalseRefusal());

    private Checks() {}

    public static Findings run(History history) {
        Evidence evidence = new Evidence(history);
        Findings findings = new Findings();
        ALL.forEach(check -> check.look(evidence, findings));
        return findings;
    }
}
