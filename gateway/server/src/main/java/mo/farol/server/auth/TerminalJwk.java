package mo.farol.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.P256;

/** A terminal's enrolled public key (RFC 7517): P-256, for signatures. */
final class TerminalJwk {
    private static final int COORDINATE = 32;

    private TerminalJwk() {}

    /** @throws NotAccepted when it is not a key that may verify ES256 signatures */
    static BindingPublicKey read(String json) throws NotAccepted {
        JsonNode jwk;
        try {
            jwk = StrictJson.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (InvalidJson e) {
            throw new NotAccepted("the enrolled key is not a JWK");
        }
        if (!jwk.path("kty").asText().equals("EC") || !jwk.path("crv").asText().equals("P-256")) {
            throw new NotAccepted("the enrolled key is not a P-256 key");
        }
        if (!maySign(jwk)) {
            throw new NotAccepted("the enrolled key is not for ES256 signatures");
        }
        BindingPublicKey key = point(jwk);
        if (!P256.isUsable(key)) {
            throw new NotAccepted("the enrolled key is not on the curve");
        }
        return key;
    }

    private static boolean maySign(JsonNode jwk) {
        boolean use = !jwk.has("use") || jwk.get("use").asText().equals("sig");
        boolean algorithm = !jwk.has("alg") || jwk.get("alg").asText().equals("ES256");
        boolean operations = !jwk.has("key_ops");
        for (JsonNode operation : jwk.path("key_ops")) {
            operations |= operation.asText().equals("verify");
        }
        return use && algorithm && operations;
    }

    private static BindingPublicKey point(JsonNode jwk) throws NotAccepted {
        byte[] point = new byte[BindingPublicKey.LENGTH];
        point[0] = 4;
        System.arraycopy(coordinate(jwk.path("x").asText()), 0, point, 1, COORDINATE);
        System.arraycopy(coordinate(jwk.path("y").asText()), 0, point, 1 + COORDINATE, COORDINATE);
        return BindingPublicKey.of(point);
    }

    private static byte[] coordinate(String base64url) throws NotAccepted {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64url);
            if (bytes.length == COORDINATE) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new NotAccepted("the enrolled key's point is malformed");
        }
        throw new NotAccepted("the enrolled key's point is malformed");
    }
}
