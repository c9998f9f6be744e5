package mo.farol.demo.job;

import java.util.List;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;

/** An officer in the street: whether the e-ID is in force, and no more, with a reason on record. */
final class DocumentCheck implements Act {
    private static final int RESIDENT = 17;

    @Override
    public String title() {
        return "A document check in the street";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        TerminalClient officer = stage.terminal("police-1");
        String code = stage.eidCode(RESIDENT);
        Answer without = officer.verify(VerificationRequest.of(code, "police.document_check"));
        Answers.expect(say, "without a reason", without, "400 invalid_request");
        Answer with = officer.verify(new VerificationRequest(
                code,
                "police.document_check",
                List.of("surname_pt"),
                null,
                "officer-204",
                "Rua do Campo",
                null,
                "traffic stop"));
        Answers.expect(say, "with a reason", with, "verified");
        say.expect(
                "nothing was released, the name least of all",
                Answers.released(with).isEmpty() && Answers.withheld(with).size() == 1,
                Answers.withheld(with));
    }
}
