package mo.farol.demo.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import mo.farol.api.json.WireJson;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskProviderTest {
    @TempDir
    private Path folder;

    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private StandInLog log;
    private KioskProvider provider;

    @BeforeEach
    void start() throws IOException {
        log = new StandInLog(folder.resolve("stand-ins.log"), Clock.systemUTC());
        provider = KioskProvider.start("127.0.0.1", 0, folder, "https://issuer.example", log, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        provider.close();
        log.close();
        transport.close();
    }

    @Test
    void signsWhatItIsToldThatItRead() throws Exception {
        Reply reply = read(Map.of(
                "terminal", "kiosk-1", "id_number", "1234567(8)", "fingerprint", "matched", "number", "40718365"));
        SignedJWT jws = SignedJWT.parse(reply.json().path("assertion").asText());
        JWKSet keys = JWKSet.parse(new String(
                transport.send(HttpRequest.newBuilder(provider.keys())).body(), StandardCharsets.UTF_8));
        assertThat(jws.verify(
                        new ECDSAVerifier(keys.getKeys().getFirst().toECKey().toECPublicKey())))
                .isTrue();
        assertThat(jws.getPayload().toJSONObject())
                .containsEntry("iss", provider.address().toString())
                .containsEntry("aud", "https://issuer.example")
                .containsEntry("sub", "kiosk-1")
                .containsEntry("fingerprint", "matched");
        assertThat(reply.json().path("note").asText()).isEqualTo(Mark.TEXT);
    }

    @Test
    void takesEveryFingerThatIsNotMatchedForNotMatched() throws Exception {
        Reply reply = read(Map.of("terminal", "kiosk-1", "id_number", "1234567(8)", "number", "40718365"));
        assertThat(SignedJWT.parse(reply.json().path("assertion").asText())
                        .getJWTClaimsSet()
                        .getClaim("fingerprint"))
                .isEqualTo("not_matched");
    }

    @Test
    void readsNothingHalf() throws Exception {
        assertThat(read(Map.of("terminal", "kiosk-1", "id_number", "1234567(8)", "number", "4071836"))
                        .status())
                .isEqualTo(400);
        assertThat(read(Map.of("id_number", "1234567(8)", "number", "40718365")).status())
                .isEqualTo(400);
    }

    private Reply read(Map<String, String> reading) throws Exception {
        return transport.send(HttpRequest.newBuilder(provider.address().resolve("/readings"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(reading))));
    }
}
