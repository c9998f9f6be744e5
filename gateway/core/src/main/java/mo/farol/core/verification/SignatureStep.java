package mo.farol.core.verification;

import java.util.Optional;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.SignatureVerifier;

/**
 * Step 4: the binding's signature. An unknown binding and a retired gateway key cost the same work as a bad signature,
 * and answer the same.
 */
final class SignatureStep {
    private final SignatureVerifier verifier;

    SignatureStep(SignatureVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * @param key empty when no binding ever had the key id that the code names
     * @return empty when it is not proven genuine, whatever the reason
     */
    Optional<GenuineRequest> apply(OpenedRequest opened, Optional<BindingPublicKey> key) {
        return verifier.verify(opened.code(), key)
                .map(code -> new GenuineRequest(opened.allowed(), opened.text(), code));
    }
}
