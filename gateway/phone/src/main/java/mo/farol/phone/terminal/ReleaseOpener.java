package mo.farol.phone.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens fields that were released encrypted to the institution (compact JWE, ECDH-ES with A128GCM). */
public final class ReleaseOpener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ECKey key;

    /** @param key the institution's private P-256 key */
    public ReleaseOpener(ECKey key) {
        this.key = key;
    }

    /**
     * @return field values by name
     * @throws IOException when it was not encrypted to this key, or not with these algorithms
     */
    public Map<String, String> open(String releasedJwe) throws IOException {
        JsonNode fields;
        try {
            JWEObject jwe = JWEObject.parse(releasedJwe);
            if (!JWEAlgorithm.ECDH_ES.equals(jwe.getHeader().getAlgorithm())
                    || !EncryptionMethod.A128GCM.equals(jwe.getHeader().getEncryptionMethod())) {
                throw new IOException("encrypted with other algorithms than agreed");
            }
            jwe.decrypt(new ECDHDecrypter(key));
            fields = JSON.readTree(jwe.getPayload().toBytes());
        } catch (ParseException | JOSEException e) {
            throw new IOException("the release does not open with this key", e);
        }
        Map<String, String> values = new LinkedHashMap<>();
        fields.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }
}
