package mo.farol.demo.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.demo.cast.RegistryEvents;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.operator.OperatorClient;
import mo.farol.phone.wallet.NoticeLine;

/** A court takes a parent's authority away: what that parent bound ends at once. */
final class GuardianWithdrawn implements Act {
    private static final int CHILD = 15;
    private static final int PARENT = 4;

    @Override
    public String title() {
        return "A parent's authority is withdrawn";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        UUID child = stage.member(CHILD).eid();
        UUID parent = stage.member(PARENT).eid();
        OperatorClient registry = stage.officer(OperatorRole.REGISTRY_OFFICER, 1);
        Visits.expect(say, "before, the child's code", stage, CHILD, "verified");
        Done.expect(say, "the registry reports it", registry.enter(RegistryEvents.guardian(child, parent, false)));
        try {
            Visits.expect(say, "the child's next code", stage, CHILD, "refused unbound");
            Visits.expect(say, "the parent's own", stage, PARENT, "verified");
            Done.refused(
                    say,
                    "the parent binds the child again",
                    stage.binder().byFace(CHILD, stage.phones().of(CHILD), parent, true),
                    "no_authority");
            List<String> notices = stage
                    .account(CHILD, SignInClient.APP, false)
                    .notices(Optional.empty())
                    .orFail("notices")
                    .items()
                    .stream()
                    .map(NoticeLine::kind)
                    .toList();
            say.expect("the child's notices tell it", notices.contains("guardian_withdrawn"), notices);
        } finally {
            registry.enter(RegistryEvents.guardian(child, parent, true)).orFail("granting it again");
        }
        stage.bindAgain(CHILD);
        Visits.expect(say, "granted and bound again, the child's code", stage, CHILD, "verified");
    }
}
