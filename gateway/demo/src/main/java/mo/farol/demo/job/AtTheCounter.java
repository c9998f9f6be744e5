package mo.farol.demo.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mo.farol.demo.cast.CastBinder;
import mo.farol.demo.standin.OperatorRole;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.operator.CounterCase;
import mo.farol.phone.operator.OperatorClient;
import mo.farol.phone.wallet.AccessLine;
import mo.farol.phone.wallet.PendingKey;
import mo.farol.phone.wallet.SeenEid;
import mo.farol.phone.wallet.Wallet;

/** A senior at DSI's counter: looked up, unbound, and bound to a new phone by two officers. */
final class AtTheCounter implements Act {
    private static final int RESIDENT = 11;
    private static final String REASON = "phone lost, resident at the counter";

    @Override
    public String title() {
        return "A senior at DSI's counter";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        OperatorClient first = stage.officer(OperatorRole.COUNTER_OFFICER, 1);
        OperatorClient second = stage.officer(OperatorRole.COUNTER_OFFICER, 2);
        OperatorClient registry = stage.officer(OperatorRole.REGISTRY_OFFICER, 1);
        String idNumber = stage.member(RESIDENT).idNumber();
        Done.refused(say, "looked up by a registry officer", registry.find(idNumber, REASON), "role_required");
        ApiAnswer<SeenEid> found = first.find(idNumber, REASON);
        Done.expect(say, "looked up by a counter officer, by the exact number", found);
        List<AccessLine> lookUps = stage
                .account(RESIDENT, SignInClient.APP, false)
                .accessRecords(Optional.empty(), Optional.empty())
                .orFail("access records")
                .items()
                .stream()
                .filter(record -> record.kind().equals("operator_look_up"))
                .toList();
        say.expect(
                "the resident sees the look-up and its reason",
                lookUps.stream().anyMatch(record -> REASON.equals(record.reason())),
                lookUps.size() + " look-ups");

        UUID binding = stage.held(RESIDENT).binding();
        Done.expect(say, "unbound at the counter", first.unbind(binding, "lost"));
        Visits.expect(say, "the lost phone's next code", stage, RESIDENT, "refused unbound");
        byTwoOfficers(stage, say, first, second);
    }

    private static void byTwoOfficers(Stage stage, Narrator say, OperatorClient first, OperatorClient second)
            throws Exception {
        CastBinder binder = stage.binder();
        Wallet fresh = stage.newPhone("New phone");
        PendingKey key = binder.begin(RESIDENT, fresh);
        String number = binder.number(RESIDENT, fresh, key);
        UUID eid = stage.member(RESIDENT).eid();
        CounterCase opened =
                first.openCase(number, eid, "fingerprint_unreadable").orFail("opening a case");
        say.note("a finger that does not read: an officer opened a case for the number on the new phone");
        Done.refused(say, "approved by the same officer", first.approveCase(opened.id()), "same_operator");
        Done.expect(say, "approved by another: bound", second.approveCase(opened.id()));
        say.expect("the phone finds out by asking", binder.isBound(RESIDENT, fresh, key), "the number still waits");
        stage.use(RESIDENT, fresh);
        Visits.expect(say, "the new phone's code", stage, RESIDENT, "verified");
    }
}
