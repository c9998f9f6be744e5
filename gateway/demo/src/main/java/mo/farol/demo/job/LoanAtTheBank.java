package mo.farol.demo.job;

import java.security.SecureRandom;
import mo.farol.api.challenge.TerminalChallengeAnswer;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.challenge.ChallengeAnswer;
import mo.farol.phone.challenge.ScannedChallenge;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.Nonce;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.ChallengeMinter;
import mo.farol.token.challenge.TerminalChallenge;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;

/** A purpose for which a forwarded picture of a code is worth nothing: the phone answers this terminal's challenge. */
final class LoanAtTheBank implements Act {
    private static final String PURPOSE = "bank.loan";
    private static final int BORROWER = 2;
    private static final int SOMEBODY_ELSE = 4;

    @Override
    public String title() {
        return "A loan, with a challenge code";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        TerminalClient bank = stage.terminal("bank-1");
        Answers.expect(
                say,
                "a code without a challenge",
                bank.verify(VerificationRequest.of(stage.eidCode(BORROWER), PURPOSE)),
                "refused challenge_required");
        Done.refused(
                say,
                "a challenge for a terminal without the grant",
                stage.terminal("counter-1").challenge(PURPOSE),
                "purpose_not_granted");
        TerminalChallengeAnswer shown = bank.challenge(PURPOSE).orFail("a challenge");
        say.note("the terminal shows " + shown.qr().length() + " characters, until " + shown.expiresAt());
        atThePhone(stage, say, shown);
        ChallengeAnswer answer = stage.answer(BORROWER, shown.qr(), challenge -> true);
        if (answer instanceof ChallengeAnswer.Code code) {
            atTheTerminals(stage, say, shown, code.text());
        } else {
            say.broken("the phone made no code: " + answer);
        }
    }

    private static void atThePhone(Stage stage, Narrator say, TerminalChallengeAnswer shown)
            throws InterruptedException {
        ChallengeAnswer declined = stage.answer(BORROWER, shown.qr(), challenge -> {
            say.expect(
                    "the phone shows who asks, and what for",
                    challenge.institution().equals("Banco do Farol (demo)")
                            && challenge.purpose().equals(PURPOSE)
                            && challenge.terminal().equals("bank-1"),
                    challenge);
            return false;
        });
        say.expect("no tap, no code", declined instanceof ChallengeAnswer.Declined, declined);
        ChallengeAnswer forged = stage.answer(BORROWER, forged(), challenge -> true);
        say.expect(
                "a challenge that a stranger signed is not even shown",
                forged instanceof ChallengeAnswer.NotAnswered refused
                        && refused.why() instanceof ScannedChallenge.UnknownKey,
                forged);
    }

    private static void atTheTerminals(Stage stage, Narrator say, TerminalChallengeAnswer shown, String code)
            throws Exception {
        VerificationRequest question = VerificationRequest.answering(code, PURPOSE, shown.id());
        Answers.expect(
                say,
                "forwarded to the bank's other terminal",
                stage.terminal("bank-2").verify(VerificationRequest.of(code, PURPOSE)),
                "refused challenge_mismatch");
        TerminalClient bank = stage.terminal("bank-1");
        Answers.expect(say, "at the terminal that asked", bank.verify(question), "verified");
        Answers.expect(say, "a second time", bank.verify(question), "refused already_used");
        ChallengeAnswer second = stage.answer(SOMEBODY_ELSE, shown.qr(), challenge -> true);
        String other = second instanceof ChallengeAnswer.Code made ? made.text() : "";
        Answers.expect(
                say,
                "another person's code for the same challenge",
                bank.verify(VerificationRequest.answering(other, PURPOSE, shown.id())),
                "refused challenge_mismatch");
    }

    /** As the bank's own would look, good until 2100 and signed by a key that nobody published. */
    private static String forged() {
        SecureRandom random = new SecureRandom();
        PhoneKey key = PhoneKey.generate(Crypto.preferred().crypto(), random);
        byte[] id = new byte[Nonce.LENGTH];
        random.nextBytes(id);
        return new ChallengeMinter(ChallengeKeyId.of(key.publicKey()), key::sign)
                .mint(new TerminalChallenge(Nonce.of(id), "Banco do Farol (demo)", PURPOSE, "bank-1", 4_102_444_800L));
    }
}
