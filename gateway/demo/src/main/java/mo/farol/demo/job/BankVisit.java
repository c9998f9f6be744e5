package mo.farol.demo.job;

import java.util.Map;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.CodeType;

/** A bank, to which fields leave encrypted, and a resident who opens the wrong code first. */
final class BankVisit implements Act {
    private static final String PURPOSE = "bank.account_opening";
    private static final int RESIDENT = 2;

    @Override
    public String title() {
        return "Opening a bank account";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        TerminalClient bank = stage.terminal("bank-1");
        String clearance = stage.code(RESIDENT, CodeType.CLEARANCE);
        Answer wrong = bank.verify(VerificationRequest.of(clearance, PURPOSE));
        Answers.expect(say, "the clearance code at the bank", wrong, "refused wrong_code_type");

        Answer right = bank.verify(VerificationRequest.of(stage.eidCode(RESIDENT), PURPOSE));
        Answers.expect(say, "the e-ID code", right, "verified");
        String encrypted =
                right instanceof Answer.Answered answered ? answered.answer().releasedJwe() : null;
        say.expect(
                "its fields came encrypted to the bank, none in the clear",
                encrypted != null && Answers.released(right).isEmpty(),
                Answers.released(right).keySet());
        if (encrypted == null) {
            return;
        }
        Map<String, String> opened = stage.bankOpener().open(encrypted);
        Answers.tell(opened, say);
        say.expect(
                "the bank opened them, a character beyond U+FFFF included",
                opened.getOrDefault("surname_zh", "").codePoints().anyMatch(Character::isSupplementaryCodePoint),
                opened.keySet());

        Answer gate = stage.terminal("border-1")
                .verify(VerificationRequest.of(stage.code(RESIDENT, CodeType.CLEARANCE), "border.passage"));
        Answers.expect(say, "a fresh clearance code at the border post", gate, "verified");
    }
}
