package mo.farol.phone.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Transport;
import mo.farol.phone.terminal.FakeGateway.Told;
import org.junit.jupiter.api.Test;

class TerminalClientTest {
    private static final VerificationRequest QUESTION = VerificationRequest.of("EID1:X", "counter.identity");
    private static final Told VERIFIED = new Told(200, FakeGateway.VERIFIED);

    @Test
    void signsInWithAnAssertionForExactlyTheIssuer() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
        try (FakeGateway gateway = new FakeGateway(VERIFIED);
                TerminalClient client = client(key, gateway.address())) {
            client.verify(QUESTION);
            var assertion = gateway.assertion(0);
            assertThat(assertion.verify(new ECDSAVerifier(key.toECPublicKey()))).isTrue();
            assertThat(assertion.getJWTClaimsSet().toJSONObject())
                    .containsEntry("aud", "https://issuer.example")
                    .containsEntry("iss", "counter-1")
                    .containsEntry("sub", "counter-1")
                    .containsKeys("jti", "exp", "iat");
        }
    }

    @Test
    void usesOneTokenForManyQuestionsAndReadsTheAnswer() throws Exception {
        try (FakeGateway gateway = new FakeGateway(VERIFIED);
                TerminalClient client = client(gateway.address())) {
            client.verify(QUESTION);
            Answer answer = client.verify(QUESTION);
            assertThat(gateway.assertions).hasSize(1);
            assertThat(answer).isInstanceOfSatisfying(Answer.Answered.class, answered -> {
                assertThat(answered.answer().outcome()).isEqualTo("verified");
                assertThat(answered.answer().released()).containsEntry("sex", "F");
                assertThat(answered.replayed()).isFalse();
            });
        }
    }

    @Test
    void asksAgainWithTheSameKeyAndBytesAfterAnUnavailableAnswer() throws Exception {
        try (FakeGateway gateway = new FakeGateway(Told.problem(503, "unavailable"), VERIFIED);
                TerminalClient client = client(gateway.address())) {
            assertThat(client.verify(QUESTION)).isInstanceOf(Answer.Answered.class);
            assertThat(gateway.asked).hasSize(2);
            assertThat(gateway.asked.get(0)).isEqualTo(gateway.asked.get(1));
        }
    }

    @Test
    void turnsToTheNextGatewayWhenOneCannotBeReached() throws Exception {
        try (FakeGateway gateway = new FakeGateway(VERIFIED);
                TerminalClient client = client(nobodyListens(), gateway.address())) {
            assertThat(client.verify(QUESTION, "key-1")).isInstanceOf(Answer.Answered.class);
            assertThat(gateway.asked).extracting(FakeGateway.Asked::key).containsExactly("key-1");
        }
    }

    @Test
    void signsInOnceMoreWhenItsTokenIsNotTaken() throws Exception {
        try (FakeGateway gateway = new FakeGateway(Told.problem(401, "invalid_token"), VERIFIED);
                TerminalClient client = client(gateway.address())) {
            assertThat(client.verify(QUESTION)).isInstanceOf(Answer.Answered.class);
            assertThat(gateway.asked)
                    .extracting(FakeGateway.Asked::authorization)
                    .containsExactly("Bearer token-1", "Bearer token-2");
        }
    }

    @Test
    void neverFollowsARedirect() throws Exception {
        try (FakeGateway gateway = new FakeGateway(new Told(302, "{}x"), VERIFIED);
                TerminalClient client = client(gateway.address())) {
            assertThatThrownBy(() -> client.verify(QUESTION))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("302");
            assertThat(gateway.asked).hasSize(1);
        }
    }

    @Test
    void givesAProblemBackAsItIs() throws Exception {
        try (FakeGateway gateway = new FakeGateway(Told.problem(403, "terminal_suspended"));
                TerminalClient client = client(gateway.address())) {
            assertThat(client.verify(QUESTION))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class,
                            failed -> assertThat(failed.problem().code()).isEqualTo("terminal_suspended"));
        }
    }

    @Test
    void fetchesTheProofOfAReceiptOnceItIsSealed() throws Exception {
        String proof = ("{'id':'0192f3c0-7a2b-7c3d-8e4f-5a6b7c8d9e0f','record':'AAE','salt':'AA','leaf_hash':'AA',"
                        + "'index':5,'path':['AA'],'checkpoint':'a'}")
                .replace('\'', '"');
        try (FakeGateway gateway = new FakeGateway(
                        Told.problem(404, "not_sealed_yet"), new Told(200, proof), Told.problem(404, "not_found"));
                TerminalClient client = client(gateway.address())) {
            assertThat(client.proof("r")).isEmpty();
            assertThat(client.proof("r"))
                    .hasValueSatisfying(found -> assertThat(found.index()).isEqualTo(5));
            assertThatThrownBy(() -> client.proof("r")).isInstanceOf(IOException.class);
        }
    }

    private static URI nobodyListens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static TerminalClient client(URI... gateways) throws Exception {
        return client(new ECKeyGenerator(Curve.P_256).keyID("k1").generate(), gateways);
    }

    private static TerminalClient client(ECKey key, URI... gateways) {
        return new TerminalClient(
                new TerminalKey("counter-1", key),
                "https://issuer.example",
                new GatewayAddresses(List.of(gateways)),
                Transport.plain(HttpClient.Version.HTTP_1_1),
                "en");
    }
}
