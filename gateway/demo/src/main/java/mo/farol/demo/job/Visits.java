package mo.farol.demo.job;

import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.wallet.HeldEid;

/** Shows codes at a clinic, whose answer tells what became of the e-ID. */
final class Visits {
    private Visits() {}

    /** What the phone of resident {@code n} shows. */
    static void expect(Narrator say, String what, Stage stage, int n, String outcome) throws Exception {
        expect(say, what, stage, stage.held(n), outcome);
    }

    /** What a phone shows that holds the e-ID, or once held it. */
    static void expect(Narrator say, String what, Stage stage, HeldEid held, String outcome) throws Exception {
        Answers.expect(
                say,
                what,
                stage.terminal("clinic-1").verify(VerificationRequest.of(stage.eidCode(held), "clinic.voucher")),
                outcome);
    }
}
