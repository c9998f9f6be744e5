package mo.farol.server.auth;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.jws.NotAccepted;
import mo.farol.server.jws.PublicJwk;
import mo.farol.server.jws.VerifyingKey;

/** A terminal's enrolled public key (RFC 7517): P-256, for signatures. */
final class TerminalJwk {
    private TerminalJwk() {}

    /** @throws NotAccepted when it is not a key that may verify ES256 signatures */
    static VerifyingKey read(String json) throws NotAccepted {
        try {
            JsonNode jwk = StrictJson.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
            return PublicJwk.read(jwk, JwsAlgorithm.ES256);
        } catch (InvalidJson e) {
            throw new NotAccepted("the enrolled key is not a JWK");
        }
    }
}
