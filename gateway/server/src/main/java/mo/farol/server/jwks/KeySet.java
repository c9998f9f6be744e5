package mo.farol.server.jwks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.jws.PublicJwk;
import mo.farol.server.jws.VerifyingKey;

/** The keys of a JWK set (RFC 7517, 5) that may verify one algorithm, by key id. There is at least one. */
public final class KeySet {
    private static final int MOST_KEYS = 64;

    private final Map<String, VerifyingKey> keys;

    private KeySet(Map<String, VerifyingKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /**
     * Keys of other types, for other uses or without a key id are passed over, as the RFC says.
     *
     * @throws JwksUnusable when no key is left, or two have one id
     */
    public static KeySet read(byte[] json, JwsAlgorithm algorithm) throws JwksUnusable {
        JsonNode published = published(json);
        Map<String, VerifyingKey> keys = new HashMap<>();
        for (JsonNode jwk : published) {
            String kid = jwk.path("kid").textValue();
            Optional<VerifyingKey> key = fitting(jwk, algorithm);
            if (kid != null && key.isPresent() && keys.put(kid, key.get()) != null) {
                throw new JwksUnusable("the key set has two " + algorithm + " keys of one id");
            }
        }
        if (keys.isEmpty()) {
            throw new JwksUnusable("the key set has no " + algorithm + " key with an id");
        }
        return new KeySet(keys);
    }

    private static JsonNode published(byte[] json) throws JwksUnusable {
        try {
            JsonNode keys = StrictJson.read(json, JsonNode.class).path("keys");
            if (keys.isArray() && keys.size() <= MOST_KEYS) {
                return keys;
            }
            throw new JwksUnusable("not a JWK set of at most " + MOST_KEYS + " keys");
        } catch (InvalidJson e) {
            throw new JwksUnusable("not JSON");
        }
    }

    private static Optional<VerifyingKey> fitting(JsonNode jwk, JwsAlgorithm algorithm) {
        try {
            return Optional.of(PublicJwk.read(jwk, algorithm));
        } catch (NotAccepted otherUse) {
            return Optional.empty();
        }
    }

    public Optional<VerifyingKey> key(String kid) {
        return Optional.ofNullable(keys.get(kid));
    }

    int size() {
        return keys.size();
    }
}
