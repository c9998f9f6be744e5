package mo.farol.server.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.testing.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
    @Test
    void takesTheKeysOfItsOwnAlgorithmAndPassesOverTheRest() throws Exception {
        byte[] json = Signer.publishedBytes(Signer.es256("a"), Signer.rs256("b"), Signer.es256("c"));

        KeySet curves = KeySet.read(json, JwsAlgorithm.ES256);
        KeySet rsa = KeySet.read(json, JwsAlgorithm.RS256);

        assertThat(curves.size()).isEqualTo(2);
        assertThat(curves.key("a")).isPresent();
        assertThat(curves.key("b")).isEmpty();
        assertThat(rsa.size()).isEqualTo(1);
        assertThat(rsa.key("b")).isPresent();
    }

    @Test
    void refusesTwoKeysOfOneId() {
        byte[] json = Signer.publishedBytes(Signer.es256("a"), Signer.es256("a"));

        assertThatThrownBy(() -> KeySet.read(json, JwsAlgorithm.ES256)).isInstanceOf(JwksUnusable.class);
    }

    @Test
    void passesOverKeysForOtherUsesAndWithoutAnId() {
        String good = Signer.published(Signer.es256("a"));

        for (String bad : new String[] {
            good.replace("\"kid\":\"a\"", "\"use\":\"enc\",\"kid\":\"a\""),
            good.replace("\"kid\":\"a\"", "\"alg\":\"ES384\",\"kid\":\"a\""),
            good.replace("\"kid\":\"a\"", "\"key_ops\":[\"encrypt\"],\"kid\":\"a\""),
            good.replace("\"kid\":\"a\"", "\"kid\":7"),
            good.replace("\"kid\":\"a\"", "\"name\":\"a\""),
            good.replace("\"P-256\"", "\"P-384\"")
        }) {
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> KeySet.read(bad.getBytes(StandardCharsets.UTF_8), JwsAlgorithm.ES256))
                    .as(bad)
                    .isInstanceOf(JwksUnusable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"keys\": []}",
                "{\"keys\": {}}",
                "{\"keys\": [7]}",
                "<html>",
                "{\"keys\": [], \"keys\": []}"
            })
    void refusesWhatIsNoKeySetOrAnEmptyOne(String json) {
        assertThatThrownBy(() -> KeySet.read(json.getBytes(StandardCharsets.UTF_8), JwsAlgorithm.ES256))
                .isInstanceOf(JwksUnusable.class);
    }
}
