package mo.farol.demo.job;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import mo.farol.api.verification.SignedReceipt;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.api.verification.WithheldField;
import mo.farol.phone.terminal.Answer;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.qr.QrPicture;

/** A resident at a public counter, and what becomes of the code afterwards. */
final class CounterVisit implements Act {
    private static final int PIXELS = 260;

    @Override
    public String title() {
        return "A resident shows a code at a public counter";
    }

    @Override
    public void play(Stage stage, Narrator say) throws Exception {
        String code = throughAPicture(stage.eidCode(1), stage.picture("code.png"), say);
        TerminalClient counter = stage.terminal("counter-1");
        counter.accessToken();
        say.note("terminal counter-1 signed in with its own key (private_key_jwt)");

        VerificationRequest request = new VerificationRequest(
                code,
                "counter.identity",
                List.of("surname_zh", "given_names_zh", "surname_pt", "given_names_pt", "photo", "id_number", "sex"),
                null,
                "staff-17",
                "counter 3",
                null,
                null);
        String key = UUID.randomUUID().toString();
        Answer first = counter.verify(request, key);
        Answers.expect(say, "the gateway's answer", first, "verified");
        Map<String, String> released = Answers.released(first);
        Answers.tell(released, say);
        say.expect("the photo to compare came with it", released.containsKey("photo"), released.keySet());
        say.expect(
                "the sex was asked for and withheld: not_granted",
                Answers.withheld(first).contains(new WithheldField("sex", WithheldField.NOT_GRANTED))
                        && !released.containsKey("sex"),
                Answers.withheld(first));
        receipt(counter, first, say);

        Answer again = counter.verify(request);
        Answers.expect(say, "the same code once more", again, "refused already_used");
        say.expect("the second answer released nothing", Answers.released(again).isEmpty(), "fields");

        Answer retry = counter.verify(request, key);
        say.expect(
                "an honest retry of the first request: the same answer, marked as a replay",
                Answers.isReplay(retry) && sameAnswer(first, retry),
                Answers.outcome(retry));
    }

    /** A receipt may be signed anew; it is the same one by its id. */
    private static boolean sameAnswer(Answer one, Answer other) {
        return Answers.outcome(one).equals(Answers.outcome(other))
                && Answers.released(one).equals(Answers.released(other))
                && Answers.withheld(one).equals(Answers.withheld(other))
                && Answers.receiptId(one).equals(Answers.receiptId(other));
    }

    private static String throughAPicture(String code, Path file, Narrator say) throws java.io.IOException {
        say.note("phone minted " + code.length() + " characters: " + code.substring(0, 24) + "...");
        Files.write(file, QrPicture.png(code, PIXELS));
        say.note("drew them as QR version " + QrPicture.version(code) + " into " + file);
        BufferedImage picture = Objects.requireNonNull(ImageIO.read(file.toFile()));
        Optional<String> read = QrPicture.read(picture);
        say.expect("read the same text back from the picture", read.equals(Optional.of(code)), "another text");
        return read.orElseThrow();
    }

    private static void receipt(TerminalClient counter, Answer answer, Narrator say) throws Exception {
        SignedReceipt receipt =
                answer instanceof Answer.Answered answered ? answered.answer().receipt() : null;
        say.expect("a signed receipt came with it", receipt != null, "none");
        if (receipt == null) {
            return;
        }
        Map<String, Object> claims = counter.check(receipt);
        say.expect("its signature holds", true, "");
        say.note("receipt " + receipt.id() + ": " + claims.get("institution") + ", " + claims.get("terminal") + ", "
                + claims.get("purpose") + ", released " + claims.get("released"));
        say.expect(
                "fetched again, the receipt says the same",
                counter.receipt(receipt.id()).equals(claims),
                "another receipt");
    }
}
