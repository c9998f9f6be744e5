package mo.farol.core.verification;

import java.util.Optional;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.GenuineCode;

/** Step 4: the binding's signature. An unknown binding costs the same work as a bad signature, and answers the same. */
final class SignatureStep {
    private final CodeFormat format;

    SignatureStep(CodeFormat format) {
        this.format = format;
    }

    GenuineRequest apply(OpenedRequest opened, Optional<BindingPublicKey> key) {
        return verify(opened, key)
                .map(code -> new GenuineRequest(opened.allowed(), opened.text(), code))
                .orElseThrow(() -> new Ended.With(new Outcome.NotRecognised()));
    }

    private Optional<GenuineCode> verify(OpenedRequest opened, Optional<BindingPublicKey> key) {
        if (key.isEmpty()) {
            format.verifyInVain(opened.code());
            return Optional.empty();
        }
        return format.verify(opened.code(), key.get());
    }
}
