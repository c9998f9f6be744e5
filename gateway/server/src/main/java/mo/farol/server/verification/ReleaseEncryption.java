package mo.farol.server.verification;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.Provider;
import java.text.ParseException;
import java.util.Map;
import mo.farol.api.json.WireJson;

/** Encrypts a release to the institution's key: compact JWE (RFC 7516), ECDH-ES with A128GCM. */
final class ReleaseEncryption {
    private static final long MOST_KEYS = 4_096;

    private final Provider provider;
    private final LoadingCache<String, ECKey> keys =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).build(ReleaseEncryption::parse);

    /** @param provider whose P-256 and AES-GCM are used */
    ReleaseEncryption(Provider provider) {
        this.provider = provider;
    }

    /** @param publicJwk the institution's P-256 key, which enrolment has checked */
    String encrypt(Map<String, String> released, String publicJwk) {
        ECKey key = keys.get(publicJwk);
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                .keyID(key.getKeyID())
                .contentType("json")
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(WireJson.write(released)));
        try {
            ECDHEncrypter encrypter = new ECDHEncrypter(key);
            encrypter.getJCAContext().setProvider(provider);
            jwe.encrypt(encrypter);
        } catch (JOSEException e) {
            throw new IllegalStateException("an institution's key does not encrypt", e);
        }
        return jwe.serialize();
    }

    private static ECKey parse(String publicJwk) {
        try {
            ECKey key = ECKey.parse(publicJwk);
            if (!Curve.P_256.equals(key.getCurve()) || key.isPrivate()) {
                throw new IllegalStateException("an institution's key is not a public P-256 key");
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalStateException("an institution's key is not a JWK", e);
        }
    }
}
