package mo.farol.phone.challenge;

import mo.farol.phone.code.BoundEid;
import mo.farol.phone.code.Phone;
import mo.farol.token.CodeType;
import mo.farol.token.challenge.TerminalChallenge;

/** Answers challenges: with a code, after the owner saw who asks and agreed. */
public final class ChallengePhone {
    private final Phone phone;
    private final ChallengeReader reader;

    public ChallengePhone(Phone phone, ChallengeReader reader) {
        this.phone = phone;
        this.reader = reader;
    }

    /**
     * @param eid whose code answers
     * @param scanned the text of the terminal's QR
     * @param page asked once, and only about a challenge that is genuine and not over
     */
    public ChallengeAnswer answer(BoundEid eid, CodeType type, String scanned, ShownToOwner page)
            throws InterruptedException {
        return switch (reader.read(scanned)) {
            case ScannedChallenge.Refused refused -> new ChallengeAnswer.NotAnswered(refused);
            case ScannedChallenge.Genuine genuine ->
                page.approves(genuine.challenge())
                        ? approved(eid, type, scanned, genuine.challenge())
                        : new ChallengeAnswer.Declined();
        };
    }

    /** The owner may have taken their time: a challenge that is over by now is not worth a code. */
    private ChallengeAnswer approved(BoundEid eid, CodeType type, String scanned, TerminalChallenge challenge) {
        return switch (reader.read(scanned)) {
            case ScannedChallenge.Refused refused -> new ChallengeAnswer.NotAnswered(refused);
            case ScannedChallenge.Genuine still -> new ChallengeAnswer.Code(phone.code(eid, type, challenge.id()));
        };
    }
}
