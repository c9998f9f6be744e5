package mo.farol.server.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import mo.farol.token.conformance.Conformance;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.Test;

/** Wycheproof's JSON web signatures, read by somebody who pinned RS256. */
class RsaConformanceTest {
    private final Crypto crypto = Crypto.preferred().crypto();

    @Test
    void acceptsWhatIsValidByRs256AndNothingElse() throws Exception {
        JsonNode file = Conformance.json("wycheproof/json_web_signature_test.json");
        List<String> wrong = new ArrayList<>();
        int valid = 0;
        for (JsonNode group : file.path("testGroups")) {
            JsonNode key = group.has("public") ? group.path("public") : group.path("private");
            boolean ours = key.path("kty").asText().equals("RSA")
                    && key.path("alg").asText("RS256").equals("RS256");
            for (JsonNode test : group.path("tests")) {
                boolean expected = ours && test.path("result").asText().equals("valid");
                boolean accepted = accepts(test.path("jws").asText(), key);
                valid += accepted ? 1 : 0;
                if (accepted != expected) {
                    wrong.add(test.path("tcId") + " " + test.path("comment") + " " + test.path("result"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(valid).isPositive();
    }

    private boolean accepts(String jws, JsonNode jwk) {
        try {
            CompactJws.parse(jws, JwsAlgorithm.RS256).verify(crypto, PublicJwk.read(jwk, JwsAlgorithm.RS256));
            return true;
        } catch (NotAccepted e) {
            return false;
        }
    }

    @Test
    void neverTakesAKeyOfTheOtherAlgorithm() throws Exception {
        JsonNode file = Conformance.json("wycheproof/json_web_signature_test.json");
        JsonNode ec = null;
        JsonNode rsa = null;
        for (JsonNode group : file.path("testGroups")) {
            JsonNode key = group.has("public") ? group.path("public") : group.path("private");
            ec = key.path("crv").asText().equals("P-256") ? key : ec;
            rsa = key.path("kty").asText().equals("RSA") ? key : rsa;
        }
        JsonNode point = java.util.Objects.requireNonNull(ec);
        JsonNode modulus = java.util.Objects.requireNonNull(rsa);

        assertThatThrownBy(() -> PublicJwk.read(point, JwsAlgorithm.RS256)).isInstanceOf(NotAccepted.class);
        assertThatThrownBy(() -> PublicJwk.read(modulus, JwsAlgorithm.ES256)).isInstanceOf(NotAccepted.class);
    }
}
