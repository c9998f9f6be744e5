package mo.farol.token.challenge;

import mo.farol.token.NotReadable;
import mo.farol.token.base45.Base45;
import mo.farol.token.base45.NotBase45;
import mo.farol.token.cbor.NotDeterministic;
import mo.farol.token.cose.ChallengeCodec;
import mo.farol.token.cose.ChallengeFormat;
import mo.farol.token.cose.Sign1;

/** From the text of a terminal's QR to the shape of a challenge. Strict, bounded, no cryptography. */
public final class ChallengeParser {
    private ChallengeParser() {}

    /** Whether the text says that it is a challenge. */
    public static boolean claims(String text) {
        return text.startsWith(ChallengeFormat.PREFIX);
    }

    /**
     * Parses {@code text}, at most {@value ChallengeFormat#MAX_CHARACTERS} characters.
     *
     * @throws NotReadable with {@code TEXT} or {@code STRUCTURE} when it is not exactly the text of one challenge
     */
    public static ParsedChallenge parse(String text) throws NotReadable {
        if (text.length() > ChallengeFormat.MAX_CHARACTERS || !claims(text)) {
            throw new NotReadable(NotReadable.Reason.TEXT);
        }
        try {
            Sign1 signed = Sign1.decode(Base45.decode(text, ChallengeFormat.PREFIX.length()));
            return new ParsedChallenge(
                    ChallengeKeyId.of(signed.keyId()), ChallengeCodec.decode(signed.payload()), signed);
        } catch (NotBase45 e) {
            throw new NotReadable(NotReadable.Reason.TEXT);
        } catch (NotDeterministic e) {
            throw new NotReadable(NotReadable.Reason.STRUCTURE);
        }
    }
}
