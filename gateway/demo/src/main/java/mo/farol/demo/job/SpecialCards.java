package mo.farol.demo.job;

import java.util.Map;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.demo.people.People;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;

/** Cards that software gets wrong: one without an end, one that ended, one without a photo. */
final class SpecialCards implements Act {
    private static final int SENIOR = 9;
    private static final int CHILD = 13;

    @Override
    public String title() {
        return "Special cards";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        Answer senior = atTheClinic(stage, SENIOR);
        Answers.expect(say, "a senior's code at a clinic", senior, "verified");
        Map<String, String> released = Answers.released(senior);
        say.expect("the card never expires: ------", "------".equals(released.get("expiry_date")), released.keySet());
        Answers.expect(say, "a child's own code", atTheClinic(stage, CHILD), "verified");
        Answers.expect(
                say,
                "a card that expired last year",
                atTheClinic(stage, People.WITH_AN_EXPIRED_CARD),
                "refused card_expired");

        TerminalClient counter = stage.terminal("counter-1");
        Answer noPhoto =
                counter.verify(VerificationRequest.of(stage.eidCode(People.WITHOUT_A_PHOTO), "counter.identity"));
        Answers.expect(
                say, "nobody can compare a photo that is not on file", noPhoto, "check_manually no_photo_on_file");
    }

    private static Answer atTheClinic(Stage stage, int resident) throws Exception {
        return stage.terminal("clinic-1").verify(VerificationRequest.of(stage.eidCode(resident), "clinic.voucher"));
    }
}
