package mo.farol.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import mo.farol.server.receipt.ReceiptSigner;
import mo.farol.server.testing.Signer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt says nothing unless the gateway signed it, whatever leaf it states. */
class ReceiptFileTest {
    private static final UUID ID = UUID.fromString("019abcde-0000-7000-8000-000000000001");
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    @TempDir
    Path folder;

    private final Signer gateway = Signer.es256("receipts");
    private final Signer retired = Signer.es256("receipts-of-2025");
    private final Signer rsa = Signer.rs256("someone");
    private final byte[] leaf = new byte[32];
    private ReceiptKeys keys;

    @BeforeEach
    void publish() throws IOException {
        keys = ReceiptKeys.read(
                Files.writeString(folder.resolve("jwks.json"), Signer.published(gateway, retired, rsa)));
    }

    private JsonObject claims() {
        return new JsonObject()
                .put("iss", "https://gateway.example.mo")
                .put("id", ID.toString())
                .put("outcome", "verified")
                .put("policy_version", 5)
                .put("released", new JsonArray().add("name"))
                .put("leaf_hash", BASE64URL.encodeToString(leaf));
    }

    private static String signed(Signer by, JsonObject claims) {
        return signed(by, ReceiptSigner.TYPE, claims);
    }

    private static String signed(Signer by, String type, JsonObject claims) {
        JWSHeader header = new JWSHeader.Builder(by.algorithm())
                .keyID(by.key().getKeyID())
                .type(new JOSEObjectType(type))
                .build();
        return by.sign(header, claims.encode());
    }

    private ReceiptFile.Receipt read(String text) throws IOException, ProofFile.DoesNotHold {
        return ReceiptFile.read(Files.writeString(folder.resolve("receipt"), text), keys);
    }

    private void refuses(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .as(text)
                .isInstanceOf(ProofFile.DoesNotHold.class)
                .hasMessageContaining(why);
    }

    @Test
    void holdsAsItWasSignedAloneAndInTheAnswerThatItCameIn() throws Exception {
        String jws = signed(gateway, claims());

        assertThat(read(jws + "\n")).isEqualTo(new ReceiptFile.Receipt(ID, leaf, "receipts"));
        assertThat(read(claims().put("jws", jws).encode()).id()).isEqualTo(ID);
        JsonObject answer = new JsonObject()
                .put("outcome", "verified")
                .put("released", new JsonObject().put("name", "somebody"))
                .put("receipt", new JsonObject().put("id", ID.toString()).put("jws", jws));
        assertThat(read(answer.encodePrettily()).leaf()).isEqualTo(leaf);
    }

    @Test
    void holdsByAKeyThatHasRetiredAsLongAsTheHolderKeptIt() throws Exception {
        assertThat(read(signed(retired, claims())).kid()).isEqualTo("receipts-of-2025");
        refuses(signed(Signer.es256("receipts-of-2024"), claims()), "signed by none of the gateway's keys");
    }

    @Test
    void refusesWhatAnotherKeySignedUnderTheGatewaysKeyId() {
        refuses(signed(Signer.es256("receipts"), claims()), "the signature does not verify");
    }

    @Test
    void refusesChangedClaimsUnderAnOldSignature() {
        String[] parts = signed(gateway, claims()).split("\\.");
        byte[] forged = claims().put("outcome", "refused").encode().getBytes(StandardCharsets.UTF_8);
        refuses(parts[0] + "." + BASE64URL.encodeToString(forged) + "." + parts[2], "the signature does not verify");
    }

    @Test
    void refusesEveryOtherAlgorithm() {
        String payload = BASE64URL.encodeToString(claims().encode().getBytes(StandardCharsets.UTF_8));
        for (String alg : new String[] {"none", "None", "HS256", "ES384"}) {
            String header = "{\"alg\":\"" + alg + "\",\"kid\":\"receipts\",\"typ\":\"" + ReceiptSigner.TYPE + "\"}";
            String head = BASE64URL.encodeToString(header.getBytes(StandardCharsets.UTF_8));
            refuses(head + "." + payload + ".", "alg must be ES256");
            refuses(head + "." + payload + "." + BASE64URL.encodeToString(new byte[64]), "alg must be ES256");
        }
        refuses(signed(rsa, claims()), "alg must be ES256");
    }

    @Test
    void refusesOtherStatementsThatTheGatewaySigned() {
        refuses(signed(gateway, "at+jwt", claims()), "not a receipt");
        JWSHeader nameless = new JWSHeader.Builder(gateway.algorithm())
                .type(new JOSEObjectType(ReceiptSigner.TYPE))
                .build();
        refuses(gateway.sign(nameless, claims().encode()), "signed by none of the gateway's keys");
    }

    @Test
    void refusesAReceiptThatIsCutOffAnywhere() {
        String jws = signed(gateway, claims());
        for (int length = 0; length < jws.length(); length++) {
            refuses(jws.substring(0, length), "");
        }
        refuses("{\"receipt\":{\"jws\":\"" + jws, "not a receipt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "a.b.c", "{\"receipt\":7}", "{\"jws\":[]}"})
    void refusesWhatIsNoReceipt(String text) {
        refuses(text, "");
    }

    @Test
    void refusesSignedClaimsThatNameNoRecord() {
        refuses(signed(gateway, claims().put("id", "7")), "not a receipt");
        refuses(signed(gateway, claims().put("leaf_hash", "AA")), "not a receipt");
        refuses(signed(gateway, claims().put("leaf_hash", "?")), "not a receipt");
    }

    @Test
    void refusesTextBesideTheSignatureThatWasNotSigned() {
        String jws = signed(gateway, claims());
        refuses(
                claims().put("jws", jws).put("outcome", "refused").encode(),
                "its outcome is not the one that was signed");
        refuses(
                claims().put("jws", jws).put("released", new JsonArray()).encode(),
                "its released is not the one that was signed");
        refuses(
                claims().put("jws", jws).put("place", "counter 3").encode(),
                "its place is not the one that was signed");
    }

    @Test
    void takesNoKeySetThatIsNone() throws IOException {
        for (String bad : new String[] {"", "{}", "{\"keys\":[]}", Signer.published(rsa)}) {
            Path file = Files.writeString(folder.resolve("bad.json"), bad);
            assertThatThrownBy(() -> ReceiptKeys.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("bad.json");
        }
    }
}
