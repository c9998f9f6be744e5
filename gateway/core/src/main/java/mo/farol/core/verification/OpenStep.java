package mo.farol.core.verification;

import java.util.function.Supplier;
import mo.farol.token.CodeOpener;
import mo.farol.token.NotReadable;
import mo.farol.token.key.KeyRing;

/** Step 3: opens the code with the key ring in force; which key opened it tells its type. */
final class OpenStep {
    private final CodeOpener opener;
    private final Supplier<KeyRing> keyRing;

    OpenStep(CodeOpener opener, Supplier<KeyRing> keyRing) {
        this.opener = opener;
        this.keyRing = keyRing;
    }

    OpenedRequest apply(ParsedRequest parsed) {
        try {
            return new OpenedRequest(parsed.allowed(), parsed.text(), opener.open(parsed.code(), keyRing.get()));
        } catch (NotReadable notOurs) {
            throw new Ended.With(new Outcome.NotRecognised());
        }
    }
}
