package mo.farol.demo.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import mo.farol.api.json.WireJson;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;
import mo.farol.phone.wallet.StandInCamera;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceCheckProviderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:15:30Z");
    private static final UUID PERSON = UUID.fromString("6f1d2c3a-1111-4c3a-9d2e-0a1b2c3d4e5f");
    private static final UUID ANOTHER = UUID.fromString("7a2e3d4b-3333-4d4b-ae3f-1b2c3d4e5f60");
    private static final Map<String, String> CHECK = Map.of(
            "subject", PERSON.toString(),
            "id_number", "1234567(8)",
            "challenge", "3c9f0a77-4444-4b6b-8a11-2f3e4d5c6b7a",
            "purpose", "bind",
            "audience", "https://issuer.example");

    @TempDir
    private Path folder;

    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private StandInLog log;
    private FaceCheckProvider provider;

    @BeforeEach
    void start() throws IOException {
        log = new StandInLog(folder.resolve("stand-ins.log"), Clock.systemUTC());
        provider = provider();
    }

    @AfterEach
    void stop() throws IOException {
        provider.close();
        log.close();
        transport.close();
    }

    @Test
    void signsThatALiveFaceIsThePersons() throws Exception {
        JWTClaimsSet claims = genuine(camera(PERSON, true).assertion(captureUrl()));
        assertThat(claims.getClaims())
                .containsEntry("iss", provider.address().toString())
                .containsEntry("sub", PERSON.toString())
                .containsEntry("challenge", CHECK.get("challenge"))
                .containsEntry("purpose", "bind")
                .containsEntry("likeness", 0.99)
                .containsEntry("liveness", 0.98)
                .containsKey("jti");
        assertThat(claims.toPayload().toJSONObject()).containsEntry("aud", "https://issuer.example");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(120)));
    }

    @Test
    void signsThatAnotherFaceOrAPhotographIsNot() throws Exception {
        assertThat(genuine(camera(ANOTHER, true).assertion(captureUrl())).getDoubleClaim("likeness"))
                .isEqualTo(0.2);
        assertThat(genuine(camera(PERSON, false).assertion(captureUrl())).getDoubleClaim("liveness"))
                .isEqualTo(0.1);
    }

    @Test
    void takesOnePictureForACheck() throws Exception {
        URI url = captureUrl();
        camera(PERSON, true).assertion(url);
        assertThatThrownBy(() -> camera(PERSON, true).assertion(url))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404");
    }

    @Test
    void doesNotCheckForWhoDoesNotKnowTheSecretOrLeavesSomethingOut() throws Exception {
        assertThat(ask("other", CHECK).status()).isEqualTo(401);
        Map<String, String> without = new LinkedHashMap<>(CHECK);
        without.remove("challenge");
        assertThat(ask("secret", without).status()).isEqualTo(400);
        assertThat(ask("secret", Map.of()).json().path("error").asText()).isEqualTo("subject is missing");
    }

    @Test
    void keepsItsKeyOverARestart() throws Exception {
        String assertion = camera(PERSON, true).assertion(captureUrl());
        provider.close();
        provider = provider();
        genuine(assertion);
    }

    @Test
    void saysInEveryAnswerAndLogLineThatItIsAStandInAndInNoneWhoItIsAbout() throws Exception {
        Reply reply = ask("secret", CHECK);
        assertThat(reply.headers().firstValue(Mark.HEADER)).contains(Mark.TEXT);
        assertThat(reply.json().fieldNames()).toIterable().containsExactlyInAnyOrder("check", "capture_url", "expires");
        camera(PERSON, true).assertion(captureUrl());
        assertThat(Files.readAllLines(folder.resolve("stand-ins.log")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .contains("[" + Mark.TEXT + "] face check: ")
                        .doesNotContain(PERSON.toString())
                        .doesNotContain("1234567"));
    }

    private FaceCheckProvider provider() throws IOException {
        return FaceCheckProvider.start("127.0.0.1", 0, folder, "secret", log, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private StandInCamera camera(UUID face, boolean live) {
        return new StandInCamera(transport, face, live);
    }

    private URI captureUrl() throws Exception {
        Reply reply = ask("secret", CHECK);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("expires").asText()).isEqualTo("2026-11-24T02:20:30Z");
        return URI.create(reply.json().path("capture_url").asText());
    }

    private Reply ask(String secret, Map<String, String> check) throws Exception {
        return transport.send(HttpRequest.newBuilder(provider.address().resolve("/checks"))
                .header("Authorization", "Bearer " + secret)
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(check))));
    }

    private JWTClaimsSet genuine(String assertion) throws Exception {
        SignedJWT jws = SignedJWT.parse(assertion);
        Reply keys = transport.send(HttpRequest.newBuilder(provider.keys()));
        JWKSet set = JWKSet.parse(new String(keys.body(), StandardCharsets.UTF_8));
        assertThat(set.containsNonPublicKeys()).isFalse();
        assertThat(jws.verify(new ECDSAVerifier(
                        set.getKeyByKeyId(jws.getHeader().getKeyID()).toECKey().toECPublicKey())))
                .isTrue();
        return jws.getJWTClaimsSet();
    }
}
