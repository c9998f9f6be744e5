package mo.farol.chaos.world;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mo.farol.api.json.WireJson;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.phone.code.CodeKeysSource;
import mo.farol.phone.code.CountersInMemory;
import mo.farol.phone.code.Phone;
import mo.farol.phone.http.GatewayAddresses;
import mo.farol.phone.http.Reply;
import mo.farol.phone.http.Transport;
import mo.farol.phone.kit.KitPhones;
import mo.farol.phone.terminal.TerminalClient;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.mint.CodeMinter;

/** A terminal at which one resident after the other shows a fresh code. */
final class Counter implements AutoCloseable {
    private static final String PURPOSE = "load.names";

    private final World world;
    private final KitPhones phones;
    private final Phone phone;
    private final Transport transport = Transport.plain(HttpClient.Version.HTTP_1_1);
    private final Map<URI, TerminalClient> terminals = new HashMap<>();
    private int resident;

    Counter(World world) throws Exception {
        this.world = world;
        Crypto crypto = Crypto.preferred().crypto();
        this.phones = new KitPhones(crypto);
        this.phone = new Phone(
                new CodeMinter(crypto, new SecureRandom()),
                new CodeKeysSource(transport, new GatewayAddresses(world.kit().gateways())).fetch(),
                new CountersInMemory(),
                Clock.systemUTC());
    }

    /** @return the outcome, or the code of the problem; asked once, without a retry */
    String verify(Node node) throws Exception {
        resident = resident % world.kit().residents().size() + 1;
        String code = phone.code(phones.eid(world.kit().resident(resident).orElseThrow()), CodeType.EID);
        Reply reply = transport.send(HttpRequest.newBuilder(node.api().resolve("/v1/verifications"))
                .header("Authorization", "Bearer " + terminal(node).accessToken())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(VerificationRequest.of(code, PURPOSE)))));
        return reply.status() == 200
                ? reply.json().path("outcome").asText()
                : reply.json().path("code").asText();
    }

    private TerminalClient terminal(Node node) {
        return terminals.computeIfAbsent(
                node.api(),
                api -> new TerminalClient(
                        world.kit().terminals().get(node.number() - 1).key(),
                        world.kit().issuer(),
                        new GatewayAddresses(List.of(api)),
                        Transport.plain(HttpClient.Version.HTTP_1_1),
                        "en"));
    }

    @Override
    public void close() {
        new ArrayList<>(terminals.values()).forEach(TerminalClient::close);
        transport.close();
    }
}
