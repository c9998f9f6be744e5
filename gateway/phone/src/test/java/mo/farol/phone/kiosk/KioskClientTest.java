package mo.farol.phone.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.terminal.TerminalKey;
import mo.farol.phone.terminal.TerminalSession;
import mo.farol.phone.testing.FakeApi;
import mo.farol.phone.testing.FakeApi.Told;
import org.junit.jupiter.api.Test;

class KioskClientTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:15:30Z");
    private static final Reading READING = new Reading("kiosk-1", "1234567(8)", true, "40718365");

    @Test
    void signsWhatItReadWithoutTheNumberItself() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("kiosk-provider-1").generate();
        KioskAssertions assertions = new KioskAssertions(
                key, "https://kiosks.example", "https://issuer.example", Clock.fixed(NOW, ZoneOffset.UTC));
        SignedJWT jws = SignedJWT.parse(assertions.sign(READING));
        assertThat(jws.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
        assertThat(jws.getHeader().getKeyID()).isEqualTo("kiosk-provider-1");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("40718365".getBytes(StandardCharsets.US_ASCII));
        assertThat(jws.getPayload().toJSONObject())
                .containsEntry("iss", "https://kiosks.example")
                .containsEntry("aud", "https://issuer.example")
                .containsEntry("sub", "kiosk-1")
                .containsEntry("id_number", "1234567(8)")
                .containsEntry("fingerprint", "matched")
                .containsEntry("purpose", "kiosk-bind")
                .containsEntry(
                        "number_hash", Base64.getUrlEncoder().withoutPadding().encodeToString(hash))
                .containsKey("jti");
        assertThat(jws.getJWTClaimsSet().getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(120)));
        assertThat(jws.getPayload().toString()).doesNotContain("40718365");
        assertThat(READING).hasToString("Reading[redacted]");
    }

    @Test
    void neverSignsTheSameIdTwice() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        KioskAssertions assertions = new KioskAssertions(key, "i", "a", Clock.systemUTC());
        assertThat(SignedJWT.parse(assertions.sign(READING)).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(SignedJWT.parse(assertions.sign(READING))
                        .getJWTClaimsSet()
                        .getJWTID());
    }

    @Test
    void signsInAsATerminalAndHasThePhoneBound() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("kiosk-1-1").generate();
        try (FakeApi gateway = new FakeApi()) {
            gateway.on(
                            "POST /oauth2/token",
                            Told.json(
                                    200,
                                    "{'access_token':'t-1','token_type':'Bearer','expires_in':600,'scope':'verify'}"))
                    .on("POST /v1/kiosk-bindings", Told.problem(503, "unavailable"))
                    .on(
                            "POST /v1/kiosk-bindings",
                            Told.json(
                                    201,
                                    "{'receipt':{'id':'0192f3c0-7a2b-7c3d-8e4f-5a6b7c8d9e0f','at':'x','act':'bound',"
                                            + "'channel':'kiosk'},'phone_bound':true}"));
            try (KioskClient kiosk = new KioskClient(new TerminalSession(
                    new TerminalKey("kiosk-1", key),
                    "https://issuer.example",
                    new GatewayAddresses(List.of(gateway.address())),
                    Transport.plain(HttpClient.Version.HTTP_1_1),
                    "en"))) {
                assertThat(kiosk.bind("40718365", "e.y.J").orFail("binding").channel())
                        .isEqualTo("kiosk");
            }
            List<FakeApi.Asked> tries = gateway.asked.stream()
                    .filter(asked -> asked.request().endsWith("kiosk-bindings"))
                    .toList();
            assertThat(tries).hasSize(2);
            assertThat(tries.get(0)).isEqualTo(tries.get(1));
            assertThat(tries.getFirst().authorization()).isEqualTo("Bearer t-1");
            assertThat(tries.getFirst().json().path("number").asText()).isEqualTo("40718365");
        }
    }
}
