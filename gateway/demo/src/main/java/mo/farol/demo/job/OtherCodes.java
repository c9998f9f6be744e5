package mo.farol.demo.job;

import java.util.Random;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.base45.Base45;

/** Codes that must not pass: one older than an accepted one, and one of another country. */
final class OtherCodes implements Act {
    private static final int CERTIFICATE_LENGTH = 330;

    @Override
    public String title() {
        return "Old and foreign codes";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        TerminalClient counter = stage.terminal("counter-1");
        String older = stage.eidCode(4);
        String newer = stage.eidCode(4);
        Answers.expect(say, "the newer of two codes", ask(counter, newer), "verified");
        Answers.expect(say, "the older one, after it", ask(counter, older), "refused expired");

        Answer foreign = ask(counter, foreignCode());
        Answers.expect(say, "a health certificate's QR (HC1:)", foreign, "refused not_recognised");
        Answer nonsense = ask(counter, "https://example.org/menu");
        Answers.expect(say, "a restaurant's QR", nonsense, "refused not_recognised");
        say.expect(
                "neither has a receipt: they name no resident",
                foreign instanceof Answer.Answered one
                        && one.answer().receipt() == null
                        && nonsense instanceof Answer.Answered other
                        && other.answer().receipt() == null,
                "a receipt");
    }

    private static Answer ask(TerminalClient terminal, String code) throws Exception {
        return terminal.verify(VerificationRequest.of(code, "counter.identity"));
    }

    /** Looks like a health certificate's text from outside: the prefix, then Base45 of bytes that mean nothing here. */
    private static String foreignCode() {
        byte[] bytes = new byte[CERTIFICATE_LENGTH];
        new Random(1).nextBytes(bytes);
        return "HC1:" + Base45.encode(bytes);
    }
}
