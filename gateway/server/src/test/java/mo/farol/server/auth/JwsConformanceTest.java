package mo.farol.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import mo.farol.server.jws.CompactJws;
import mo.farol.server.jws.NotAccepted;
import mo.farol.token.conformance.Conformance;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.Test;

/** Wycheproof's JSON web signatures through the path that client assertions take. */
class JwsConformanceTest {
    private final Crypto crypto = Crypto.preferred().crypto();

    @Test
    void acceptsWhatIsValidByEs256AndNothingElse() throws Exception {
        JsonNode file = Conformance.json("wycheproof/json_web_signature_test.json");
        List<String> wrong = new ArrayList<>();
        int valid = 0;
        int all = 0;
        for (JsonNode group : file.path("testGroups")) {
            JsonNode key = group.has("public") ? group.path("public") : group.path("private");
            boolean ours = key.path("kty").asText().equals("EC")
                    && key.path("crv").asText().equals("P-256");
            for (JsonNode test : group.path("tests")) {
                boolean expected = ours && test.path("result").asText().equals("valid");
                boolean accepted = accepts(test.path("jws").asText(), key);
                valid += accepted ? 1 : 0;
                all++;
                if (accepted != expected) {
                    wrong.add(test.path("tcId") + " " + test.path("comment") + " " + test.path("result"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(all).isEqualTo(401);
        assertThat(valid).isPositive();
    }

    private boolean accepts(String jws, JsonNode jwk) {
        try {
            CompactJws.parse(jws).verify(crypto, TerminalJwk.read(jwk.toString()));
            return true;
        } catch (NotAccepted e) {
            return false;
        }
    }
}
