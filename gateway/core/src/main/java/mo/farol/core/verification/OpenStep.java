package mo.farol.core.verification;

import mo.farol.token.NotReadable;

/** Step 3: opens the code with the key ring in force; which key opened it tells its type. */
final class OpenStep {
    private final CodeFormat format;

    OpenStep(CodeFormat format) {
        this.format = format;
    }

    OpenedRequest apply(ParsedRequest parsed) {
        try {
            return new OpenedRequest(parsed.allowed(), parsed.text(), format.open(parsed.code()));
        } catch (NotReadable notOurs) {
            throw new Ended.With(new Outcome.NotRecognised());
        }
    }
}
