package mo.farol.demo.seed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** Fresh P-256 keys in JWK form. */
public final class NewKeys {
    private NewKeys() {}

    public static ECKey signing(String id) {
        return key(id, KeyUse.SIGNATURE);
    }

    static ECKey encryption(String id) {
        return key(id, KeyUse.ENCRYPTION);
    }

    private static ECKey key(String id, KeyUse use) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).keyUse(use).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes P-256 keys", e);
        }
    }
}
