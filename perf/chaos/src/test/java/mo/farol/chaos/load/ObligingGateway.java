package mo.farol.chaos.load;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import mo.farol.chaos.world.Node;
import mo.farol.phone.code.ChallengeKeys;
import mo.farol.token.Nonce;
import mo.farol.token.challenge.ChallengeKeyId;
import mo.farol.token.challenge.ChallengeMinter;
import mo.farol.token.challenge.TerminalChallenge;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.PhoneKey;

/** Stands in for a gateway whose challenges are genuine, and which then accepts every code wherever it is shown. */
final class ObligingGateway implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final SecureRandom random = new SecureRandom();
    private final PhoneKey key = PhoneKey.generate(Crypto.preferred().crypto(), random);
    private final ChallengeKeyId keyId = ChallengeKeyId.of(key.publicKey());
    private final ChallengeMinter minter = new ChallengeMinter(keyId, key::sign);
    private final HttpServer server;

    ObligingGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/challenges", this::challenge);
        server.createContext("/v1/verifications", ObligingGateway::accept);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    Node node(int number) {
        URI api = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Node(number, api, api);
    }

    ChallengeKeys keys() {
        return new ChallengeKeys(Map.of(keyId, key.publicKey()));
    }

    /** To the terminal that its token names. */
    private void challenge(HttpExchange exchange) throws IOException {
        byte[] id = new byte[Nonce.LENGTH];
        random.nextBytes(id);
        String terminal = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        String purpose =
                JSON.readTree(exchange.getRequestBody()).path("purpose").asText();
        TerminalChallenge says = new TerminalChallenge(
                Nonce.of(id), "bank", purpose, terminal, Instant.now().getEpochSecond() + 60);
        answer(exchange, Map.of("qr", minter.mint(says)));
    }

    private static void accept(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String receipt = UUID.randomUUID().toString();
        answer(exchange, Map.of("outcome", "verified", "receipt", Map.of("id", receipt), "released", Map.of()));
    }

    private static void answer(HttpExchange exchange, Map<String, Object> said) throws IOException {
        byte[] answer = JSON.writeValueAsBytes(said);
        exchange.sendResponseHeaders(200, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
