package mo.farol.server.signin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import mo.farol.api.json.InvalidJson;
import mo.farol.api.json.StrictJson;
import mo.farol.server.jws.NotAccepted;

/** Whom a token claims to come from: enough to choose the provider by whose keys and algorithm it is then checked. */
final class UnverifiedIssuer {
    private static final int LONGEST = 8192;

    private UnverifiedIssuer() {}

    static String of(String token) throws NotAccepted {
        String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != 3) {
            throw new NotAccepted("not a compact JWS");
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
            String issuer = StrictJson.read(payload, JsonNode.class).path("iss").textValue();
            if (issuer != null) {
                return issuer;
            }
        } catch (IllegalArgumentException | InvalidJson e) {
            throw new NotAccepted("the payload is not JSON");
        }
        throw new NotAccepted("iss is not a text");
    }
}
