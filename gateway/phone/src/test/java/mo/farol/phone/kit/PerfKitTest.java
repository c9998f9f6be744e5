package mo.farol.phone.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import mo.farol.token.BindingKeyId;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerfKitTest {
    @TempDir
    private Path folder;

    @Test
    void isTheSameAfterWritingAndReading() throws IOException, JOSEException {
        PerfKit kit = kit();
        Path file = folder.resolve("kit.json");
        kit.write(file);
        assertThat(PerfKit.read(file)).isEqualTo(kit);
        assertThat(PerfKit.read(file)
                        .terminal("bank-1")
                        .orElseThrow()
                        .key()
                        .key()
                        .isPrivate())
                .isTrue();
    }

    @Test
    void remembersWhereItsResidentsSignIn() throws IOException, JOSEException {
        PerfKit plain = kit();
        KitSignIn signIn = new KitSignIn(URI.create("http://127.0.0.1:1/one-account/token"), "app", "strong");
        KitResident resident = plain.residents().getFirst().withAccount("resident-1");
        PerfKit kit = new PerfKit(plain.gateways(), plain.issuer(), plain.terminals(), List.of(resident), signIn);
        Path file = folder.resolve("kit.json");
        kit.write(file);
        assertThat(PerfKit.read(file)).isEqualTo(kit);
        assertThat(kit.at(List.of(URI.create("http://g"))).signIn()).isEqualTo(signIn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateways", "issuer", "terminals", "residents"})
    void needsEverythingButTheSignIn(String member) throws IOException, JOSEException {
        Path file = folder.resolve("kit.json");
        kit().write(file);
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(file));
        assertThat(json.has("sign_in")).isFalse();
        json.remove(member);
        Files.write(file, new ObjectMapper().writeValueAsBytes(json));
        assertThatThrownBy(() -> PerfKit.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kit.json");
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException, JOSEException {
        Path file = folder.resolve("kit.json");
        kit().write(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsThePhonesKey() {
        KitPhones phones = new KitPhones(Crypto.preferred().crypto());
        byte[] scalar = P256.newScalar(new SecureRandom());
        KitResident resident = KitPhones.resident(3, new BindingKeyId(-2), scalar, "adult");
        assertThat(phones.eid(resident).id()).isEqualTo(new BindingKeyId(-2));
        assertThat(phones.eid(resident).key().publicKey()).isEqualTo(P256.publicKey(scalar));
    }

    @Test
    void saysWhichFileIsNoKitWithoutQuotingIt() throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, "{\"private_key\": \"canary\", ");
        assertThatThrownBy(() -> PerfKit.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other.json is not a perf kit")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void neverPrintsAKey() throws IOException, JOSEException {
        PerfKit kit = kit();
        assertThat(kit.toString() + kit.terminals() + kit.residents())
                .doesNotContain(kit.residents().getFirst().privateKey())
                .doesNotContain("\"d\"");
    }

    private static PerfKit kit() throws IOException, JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("bank-1").generate();
        KitTerminal terminal = new KitTerminal(
                "bank-1", List.of("bank.account_opening"), new ObjectMapper().readTree(key.toJSONString()));
        KitResident resident = KitPhones.resident(1, new BindingKeyId(7), P256.newScalar(new SecureRandom()), "adult");
        return new PerfKit(
                List.of(URI.create("http://127.0.0.1:8080")),
                "http://127.0.0.1:8080",
                List.of(terminal),
                List.of(resident));
    }
}
