package mo.farol.demo.job;

import java.util.Optional;
import java.util.UUID;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.wallet.HeldEid;
import mo.farol.phone.wallet.KeyAttester;
import mo.farol.phone.wallet.PhoneBinder;
import mo.farol.phone.wallet.Receipt;
import mo.farol.phone.wallet.Wallet;

/** An adult binds a new phone by a face check, and the old phone stops at once. */
final class NewPhone implements Act {
    private static final int RESIDENT = 7;
    private static final int SOMEBODY_ELSE = 8;

    @Override
    public String title() {
        return "A resident binds a new phone";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        Wallet fresh = stage.newPhone("New phone");
        HeldEid old = stage.held(RESIDENT);
        PhoneBinder weak =
                new PhoneBinder(stage.account(RESIDENT, SignInClient.APP, false).binding(), fresh, KeyAttester.NONE);
        UUID eid = stage.member(RESIDENT).eid();
        Done.refused(
                say,
                "with an ordinary sign-in",
                weak.byFace(eid, Optional.empty(), stage.camera(RESIDENT, true)),
                "insufficient_user_authentication");
        Done.refused(say, "with somebody else's face", face(stage, fresh, SOMEBODY_ELSE, true), "face_not_matched");
        Done.refused(say, "with a photograph", face(stage, fresh, RESIDENT, false), "face_not_matched");
        Visits.expect(say, "until then the old phone works", stage, old, "verified");

        ApiAnswer<Receipt> bound = face(stage, fresh, RESIDENT, true);
        Done.expect(say, "the resident's own face, live: bound", bound);
        bound.given().ifPresent(receipt -> say.note("receipt " + receipt.id() + ", " + receipt.at()));
        stage.use(RESIDENT, fresh);
        Visits.expect(say, "the old phone's next code", stage, old, "refused superseded");
        Visits.expect(say, "the new phone's", stage, stage.held(RESIDENT), "verified");
    }

    private static ApiAnswer<Receipt> face(Stage stage, Wallet wallet, int face, boolean live) throws Exception {
        return stage.binder().byFace(RESIDENT, wallet, stage.member(face).eid(), live);
    }
}
