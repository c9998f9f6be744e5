package mo.farol.core.verification;

import mo.farol.token.CodeParser;
import mo.farol.token.NotReadable;

/**
 * Step 2: text to parsed code, strict, bounded, without cryptography. A text whose refusal is already proven at this
 * terminal is refused here.
 */
final class ParseStep {
    private final ProvenRefusals proven;

    ParseStep(ProvenRefusals proven) {
        this.proven = proven;
    }

    ParsedRequest apply(AllowedRequest allowed) {
        TextKey text = TextKey.of(allowed);
        proven.answer(text, allowed).ifPresent(outcome -> {
            throw new Ended.With(outcome);
        });
        try {
            return new ParsedRequest(
                    allowed, text, CodeParser.parse(allowed.request().code()));
        } catch (NotReadable notOurs) {
            throw new Ended.With(new Outcome.NotRecognised());
        }
    }
}
