package mo.farol.server.jws;

import java.security.interfaces.RSAPublicKey;
import mo.farol.token.BindingPublicKey;

/** A public key that verifies signatures of one algorithm only. */
public sealed interface VerifyingKey {
    JwsAlgorithm algorithm();

    /** @param point on the curve */
    record Es256(BindingPublicKey point) implements VerifyingKey {
        @Override
        public JwsAlgorithm algorithm() {
            return JwsAlgorithm.ES256;
        }
    }

    record Rs256(RSAPublicKey key) implements VerifyingKey {
        @Override
        public JwsAlgorithm algorithm() {
            return JwsAlgorithm.RS256;
        }
    }
}
