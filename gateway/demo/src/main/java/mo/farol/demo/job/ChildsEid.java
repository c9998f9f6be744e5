package mo.farol.demo.job;

import java.util.Optional;
import java.util.UUID;
import mo.farol.demo.standin.SignInClient;
import mo.farol.phone.http.ApiAnswer;
import mo.farol.phone.wallet.KeyAttester;
import mo.farol.phone.wallet.PhoneBinder;
import mo.farol.phone.wallet.Receipt;
import mo.farol.phone.wallet.Wallet;

/** A parent binds a child's e-ID, on a phone that is signed in to the child's account and holds the parent's own too. */
final class ChildsEid implements Act {
    private static final int CHILD = 16;
    private static final int PARENT = 5;
    private static final int STRANGER = 6;

    @Override
    public String title() {
        return "A parent binds a child's e-ID";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        Wallet phone = stage.phones().of(CHILD);
        say.note("the phone holds " + phone.held().size() + " e-IDs: the parent's and the child's");
        Done.refused(say, "the child alone", bind(stage, phone, Optional.empty(), CHILD), "no_authority");
        Done.refused(
                say,
                "an adult who is no parent",
                bind(stage, phone, Optional.of(stage.member(STRANGER).eid()), STRANGER),
                "no_authority");
        Optional<UUID> parent = Optional.of(stage.member(PARENT).eid());
        Done.refused(
                say,
                "the parent named, the child in front of the camera",
                bind(stage, phone, parent, CHILD),
                "face_not_matched");
        ApiAnswer<Receipt> bound = bind(stage, phone, parent, PARENT);
        Done.expect(say, "the parent's own face: bound", bound);
        stage.keep(CHILD);
        Visits.expect(say, "the child's code", stage, CHILD, "verified");
        Visits.expect(say, "the parent's own, from the same phone", stage, PARENT, "verified");
    }

    private static ApiAnswer<Receipt> bind(Stage stage, Wallet phone, Optional<UUID> guardian, int face)
            throws Exception {
        return new PhoneBinder(stage.account(CHILD, SignInClient.APP, true).binding(), phone, KeyAttester.NONE)
                .byFace(stage.member(CHILD).eid(), guardian, stage.camera(face, true));
    }
}
