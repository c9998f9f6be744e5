package mo.farol.token;

import mo.farol.token.base45.Base45;
import mo.farol.token.base45.NotBase45;
import mo.farol.token.cbor.NotDeterministic;
import mo.farol.token.cose.Encrypt0;
import mo.farol.token.cose.Format1;

/** Step 2: from the text of a QR to the shape of a code. Strict, bounded, no cryptography. */
public final class CodeParser {
    private CodeParser() {}

    /**
     * Parses {@code text}, at most {@value Format1#MAX_CHARACTERS} characters.
     *
     * @throws NotReadable with {@code TEXT} or {@code STRUCTURE} when it is not exactly the text of one code
     */
    public static ParsedCode parse(String text) throws NotReadable {
        if (text.length() > Format1.MAX_CHARACTERS || !text.startsWith(Format1.PREFIX)) {
            throw new NotReadable(NotReadable.Reason.TEXT);
        }
        try {
            return Encrypt0.decode(Base45.decode(text, Format1.PREFIX.length()));
        } catch (NotBase45 e) {
            throw new NotReadable(NotReadable.Reason.TEXT);
        } catch (NotDeterministic e) {
            throw new NotReadable(NotReadable.Reason.STRUCTURE);
        }
    }
}
