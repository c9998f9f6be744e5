package mo.farol.server.signin;

import io.vertx.core.Future;
import java.util.Optional;
import mo.farol.server.jwks.PatientKeys;
import mo.farol.server.jws.CompactJws;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.jws.VerifyingKey;
import mo.farol.token.crypto.Crypto;

/** The access tokens of one provider: whose signature they must bear, and what they must say. */
final class ProviderTokens {
    private final Crypto crypto;
    private final JwsAlgorithm algorithm;
    private final PatientKeys keys;
    private final TokenRules rules;

    ProviderTokens(Crypto crypto, JwsAlgorithm algorithm, PatientKeys keys, TokenRules rules) {
        this.crypto = crypto;
        this.algorithm = algorithm;
        this.keys = keys;
        this.rules = rules;
    }

    /** @param key by which the signature held */
    record Proven(PersonToken token, String kid, VerifyingKey key) {}

    /** Fails with {@link NotAccepted}, and as {@link PatientKeys#key} does. */
    Future<Proven> prove(String text, long nowSeconds) {
        CompactJws jws;
        String kid;
        try {
            jws = CompactJws.parse(text, algorithm);
            kid = jws.keyId().orElseThrow(() -> new NotAccepted("kid is missing"));
        } catch (NotAccepted e) {
            return Future.failedFuture(e);
        }
        return keys.key(kid).compose(key -> read(jws, kid, key, nowSeconds));
    }

    private Future<Proven> read(CompactJws jws, String kid, Optional<VerifyingKey> found, long nowSeconds) {
        try {
            VerifyingKey key = found.orElseThrow(() -> new NotAccepted("the provider has no such key"));
            jws.verify(crypto, key);
            return Future.succeededFuture(new Proven(rules.read(jws.header(), jws.claims(), nowSeconds), kid, key));
        } catch (NotAccepted e) {
            return Future.failedFuture(e);
        }
    }

    /** Whether the key that proved it is still the provider's. */
    Future<Boolean> stillStands(Proven proven) {
        return keys.key(proven.kid())
                .map(key -> key.filter(proven.key()::equals).isPresent());
    }
}
