package mo.farol.demo.standin;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.KeyProvider;

/**
 * Each issuer's own ES256 key, made here and kept. The keys that the library ships are the same everywhere, and so are
 * no secret.
 */
final class SignInKeys extends KeyProvider {
    private final Map<String, ECKey> keys;

    private SignInKeys(Map<String, ECKey> keys) {
        super(List.of(), "ES256");
        this.keys = Map.copyOf(keys);
    }

    static SignInKeys in(Path folder) throws IOException {
        SigningKeyFile files = new SigningKeyFile(folder);
        Map<String, ECKey> keys = new HashMap<>();
        for (String issuer : SignInClient.ISSUERS) {
            keys.put(issuer, files.key("sign-in-" + issuer));
        }
        return new SignInKeys(keys);
    }

    /** @throws IllegalArgumentException when there is no such issuer */
    @Override
    public JWK signingKey(String issuer) {
        ECKey key = keys.get(issuer);
        if (key == null) {
            throw new IllegalArgumentException("there is no such issuer");
        }
        return key;
    }
}
