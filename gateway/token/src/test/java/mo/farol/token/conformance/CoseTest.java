package mo.farol.token.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.upokecenter.cbor.CBORObject;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.cbor.NotDeterministic;
import mo.farol.token.cose.Sign1;
import mo.farol.token.crypto.Crypto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The COSE working group's COSE_Sign1 examples, where the algorithm is ECDSA with P-256 and SHA-256. */
class CoseTest {
    private static final CBORObject ES256 = CBORObject.FromObject(-7);

    private static List<JsonNode> examples() {
        return Stream.of("cose/sign1-tests", "cose/ecdsa-examples", "cose/CWT")
                .flatMap(folder -> Conformance.folder(folder).stream())
                .filter(example -> example.required("input").has("sign0"))
                .filter(example -> example.at("/input/sign0/alg").asText().equals("ES256"))
                .toList();
    }

    @Test
    void buildsTheSameStructureToSign() {
        List<JsonNode> examples = examples();
        assertThat(examples).hasSize(11);
        for (JsonNode example : examples) {
            if (!example.path("fail").asBoolean()) {
                byte[] expected = Conformance.hex(example.required("intermediates"), "ToBeSign_hex");
                assertThat(toBeSigned(example))
                        .as(example.required("title").asText())
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mo.farol.token.Cryptos#both")
    void verifiesExactlyTheExamplesThatAreMeantToPass(Crypto crypto) {
        for (JsonNode example : examples()) {
            CBORObject sign1 = body(example);
            boolean wellFormed = isSign1(sign1) && ES256.equals(algorithm(sign1));
            boolean verified = crypto.verify(
                    key(example), toBeSigned(example), sign1.get(3).GetByteString());
            assertThat(wellFormed && verified)
                    .as(example.required("title").asText())
                    .isEqualTo(!example.path("fail").asBoolean());
        }
    }

    @Test
    void refusesThemAllAsBodiesOfACode() {
        for (JsonNode example : examples()) {
            byte[] tagged = Conformance.hex(example.required("output"), "cbor");
            byte[] untagged = body(example).Untag().EncodeToBytes();
            for (byte[] bytes : List.of(tagged, untagged)) {
                assertThatThrownBy(() -> Sign1.decode(bytes).bindingKeyId())
                        .as(example.required("title").asText())
                        .isInstanceOf(NotDeterministic.class);
            }
        }
    }

    private static byte[] toBeSigned(JsonNode example) {
        CBORObject sign1 = body(example);
        String external = example.at("/input/sign0/external").asText();
        // RFC 9052, 4.4: an empty protected map is signed as an empty string.
        byte[] header = sign1.get(0).GetByteString();
        byte[] signedHeader = header.length == 1 ? new byte[0] : header;
        return Sign1.toBeSigned(
                signedHeader, HexFormat.of().parseHex(external), sign1.get(2).GetByteString());
    }

    private static CBORObject body(JsonNode example) {
        return CBORObject.DecodeFromBytes(Conformance.hex(example.required("output"), "cbor"));
    }

    private static boolean isSign1(CBORObject sign1) {
        return !sign1.isTagged() || sign1.HasMostOuterTag(18);
    }

    private static CBORObject algorithm(CBORObject sign1) {
        byte[] header = sign1.get(0).GetByteString();
        CBORObject alg =
                header.length == 0 ? null : CBORObject.DecodeFromBytes(header).get(CBORObject.FromObject(1));
        return alg != null ? alg : sign1.get(1).get(CBORObject.FromObject(1));
    }

    private static BindingPublicKey key(JsonNode example) {
        JsonNode key = example.at("/input/sign0/key");
        byte[] point = new byte[BindingPublicKey.LENGTH];
        point[0] = 4;
        System.arraycopy(coordinate(key, "x"), 0, point, 1, 32);
        System.arraycopy(coordinate(key, "y"), 0, point, 33, 32);
        return BindingPublicKey.of(point);
    }

    private static byte[] coordinate(JsonNode key, String name) {
        return key.has(name)
                ? Base64.getUrlDecoder().decode(key.required(name).asText())
                : Conformance.hex(key, name + "_hex");
    }
}
