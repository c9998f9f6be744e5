package mo.farol.server;

import static mo.farol.server.HttpCaller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS 1.3 on the listener, and terminals that sign in by a pinned certificate. */
class TlsTest {
    private static final Map<String, String> BY_CERTIFICATE =
            Map.of("grant_type", "client_credentials", "client_id", "gate-1");

    @TempDir
    static Path folder;

    private static TestGateway gateway;
    private static TestCertificates server;
    private static TestCertificates terminal;
    private static TestCertificates stranger;

    @BeforeAll
    static void start() throws Exception {
        server = new TestCertificates("gateway");
        terminal = new TestCertificates("gate-1");
        stranger = new TestCertificates("gate-1");
        Path clients = terminal.writeCertificate(folder.resolve("clients.pem"));
        Files.writeString(
                clients,
                Files.readString(clients)
                        + Files.readString(stranger.writeCertificate(folder.resolve("stranger.pem"))));
        JsonObject tls = new JsonObject()
                .put(
                        "certificate",
                        server.writeCertificate(folder.resolve("chain.pem")).toString())
                .put("key", server.writeKey(folder.resolve("key.pem")).toString())
                .put("client_ca", clients.toString());
        gateway = new TestGateway(
                values -> values.put("listener", new JsonObject().put("port", 0).put("tls", tls)));
        gateway.addTerminal(TestGateway.newTerminalKey("gate-1"), terminal.sha256());
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    private static HttpCaller caller(SSLContext tls) {
        return new HttpCaller(
                gateway.api(),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(tls)
                        .build());
    }

    private static HttpResponse<String> receipt(HttpCaller by, String token) throws Exception {
        return by.get("/v1/receipts/" + UUID.randomUUID(), "Authorization", "Bearer " + token);
    }

    @Test
    void signsInByThePinnedCertificateAndBindsTheTokenToIt() throws Exception {
        HttpCaller gate = caller(terminal.presentingTo(server));

        HttpResponse<String> answer = gate.token(BY_CERTIFICATE);

        assertThat(answer.statusCode()).isEqualTo(200);
        String token = json(answer).getString("access_token");
        assertThat(receipt(gate, token).statusCode()).isEqualTo(404);
        assertThat(receipt(caller(server.trusted()), token).statusCode()).isEqualTo(401);
        assertThat(receipt(caller(stranger.presentingTo(server)), token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesACertificateThatIsNotTheTerminals() throws Exception {
        assertThat(caller(stranger.presentingTo(server)).token(BY_CERTIFICATE).statusCode())
                .isEqualTo(401);
        assertThat(caller(server.trusted()).token(BY_CERTIFICATE).statusCode()).isEqualTo(401);
    }

    @Test
    void stillTakesAssertionsFromCallersWithoutACertificate() throws Exception {
        String assertion = new AssertionMaker(gateway.terminal, gateway.config.issuer()).right();

        assertThat(caller(server.trusted()).signIn(assertion).statusCode()).isEqualTo(200);
    }

    @Test
    void speaksTls13Only() throws Exception {
        try (SSLSocket socket = connect("TLSv1.3")) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.3");
        }
        try (SSLSocket socket = connect("TLSv1.2")) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
    }

    private static SSLSocket connect(String protocol) throws Exception {
        SSLSocket socket = (SSLSocket) server.trusted()
                .getSocketFactory()
                .createSocket("127.0.0.1", gateway.api().getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {protocol});
        socket.setSSLParameters(parameters);
        return socket;
    }
}
