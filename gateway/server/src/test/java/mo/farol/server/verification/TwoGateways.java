package mo.farol.server.verification;

import static mo.farol.store.testing.World.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import mo.farol.api.json.WireJson;
import mo.farol.api.verification.VerificationRequest;
import mo.farol.core.policy.Field;
import mo.farol.core.policy.FieldSet;
import mo.farol.core.registry.NewInstitution;
import mo.farol.core.registry.NewPurpose;
import mo.farol.core.registry.NewResident;
import mo.farol.core.registry.NewTerminal;
import mo.farol.core.registry.Registry;
import mo.farol.core.terminal.TerminalIdentity;
import mo.farol.core.time.DatabaseTime;
import mo.farol.store.testing.TestDatabase;
import mo.farol.token.BindingKeyId;
import mo.farol.token.CodeType;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.X25519;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyState;
import mo.farol.token.mint.CodeMinter;
import mo.farol.token.mint.PhoneKey;
import mo.farol.token.mint.Recipient;

/** Two gateways over one PostgreSQL, a bank and a clinic, and residents with phones. All of it synthetic. */
final class TwoGateways implements AutoCloseable {
    static final String ACCOUNT = "account.open";
    static final String SEALED = "loan.apply";
    static final String COUNTER = "counter.identity";
    static final String OFFICER = "document.check";

    /** A resident's phone. */
    record Phone(PhoneKey key, BindingKeyId keyId, String number) {}

    final Vertx vertx = Vertx.vertx();
    final TestDatabase database = TestDatabase.create();
    final Crypto crypto = Crypto.preferred().crypto();
    final ECKey institutionKey;
    final Map<String, TerminalIdentity> terminals = new ConcurrentHashMap<>();
    final Node first;
    final Node second;
    private final Random random = new Random(20261124);
    private final KeyRing ring = ring();
    private final CodeMinter minter = new CodeMinter(crypto, random);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TwoGateways() throws JOSEException {
        institutionKey = new ECKeyGenerator(Curve.P_256).keyID("bank").generate();
        first = new Node(vertx, database.config(), crypto, ring, terminals);
        second = new Node(vertx, database.config(), crypto, ring, terminals);
        institutions(first.store.registry());
    }

    private KeyRing ring() {
        var builder = KeyRing.builder();
        for (CodeType type : CodeType.values()) {
            byte[] secret = new byte[32];
            random.nextBytes(secret);
            builder.recipient(type, 16 + type.ordinal(), secret, X25519.publicKey(secret), KeyState.CURRENT);
        }
        return builder.build();
    }

    private void institutions(Registry registry) {
        String jwk = institutionKey.toPublicJWK().toJSONString();
        long bank = await(registry.addInstitution(new NewInstitution("Banco Sintético", jwk)));
        long clinic = await(registry.addInstitution(new NewInstitution("合成診所", null)));
        long means = await(registry.addMeans("scanner 1.0"));
        terminal(registry, bank, means, "bank-1");
        terminal(registry, bank, means, "bank-2");
        terminal(registry, clinic, means, "clinic-1");
        FieldSet fields = FieldSet.of(Field.SURNAME_PT, Field.ID_NUMBER, Field.ISSUE_DATE);
        await(registry.grant(bank, purpose(registry, ACCOUNT, false, false), fields, false));
        await(registry.grant(bank, purpose(registry, SEALED, false, false), fields, true));
        await(registry.grant(bank, purpose(registry, COUNTER, true, false), FieldSet.NAME_AND_PHOTO, false));
        await(registry.grant(bank, purpose(registry, OFFICER, false, true), FieldSet.NONE, false));
    }

    private static long purpose(Registry registry, String name, boolean inPerson, boolean reason) {
        return await(registry.addPurpose(new NewPurpose(name, CodeType.EID, inPerson, false, reason)));
    }

    private void terminal(Registry registry, long institution, long means, String name) {
        long row = await(registry.addTerminal(new NewTerminal(institution, means, name, "{}", null)));
        terminals.put(name, new TerminalIdentity(row, institution, name));
    }

    /** A resident with a card that never expires, a photo, and a phone. */
    Phone phone() {
        String number = "5%06d(%d)".formatted(random.nextInt(1_000_000), random.nextInt(10));
        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.put(Field.ID_NUMBER, number);
        fields.put(Field.SURNAME_PT, "APELIDO-" + number);
        fields.put(Field.GIVEN_NAMES_PT, "NOME");
        fields.put(Field.SURNAME_ZH, "陳");
        fields.put(Field.GIVEN_NAMES_ZH, "大文");
        fields.put(Field.BIRTH_DATE, "1961-07-0" + (1 + random.nextInt(9)));
        fields.put(Field.PHOTO, "cGhvdG8=");
        Registry registry = first.store.registry();
        long resident = await(registry.addResident(new NewResident(fields, (LocalDate) null, false)));
        PhoneKey key = PhoneKey.generate(crypto, random);
        BindingKeyId keyId = new BindingKeyId(random.nextLong());
        await(registry.bind(resident, keyId, key.publicKey()));
        return new Phone(key, keyId, number);
    }

    String code(Phone phone) {
        return code(phone, CodeType.EID, 0);
    }

    /** @param age seconds; negative: ahead */
    String code(Phone phone, CodeType type, long age) {
        Recipient to = Recipient.GatewayKey.of(ring.current(type).orElseThrow().published());
        return minter.mint(type, phone.key(), phone.keyId(), to, now() - age, random.nextInt());
    }

    private long now() {
        try {
            return first.store.time().millis() / 1000;
        } catch (DatabaseTime.UncertainTime e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> verify(Node at, String terminal, String key, VerificationRequest question) {
        return verifyLater(at, terminal, key, question).join();
    }

    CompletableFuture<HttpResponse<byte[]>> verifyLater(
            Node at, String terminal, String key, VerificationRequest question) {
        return http.sendAsync(
                request(at, "/v1/verifications", terminal)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(question)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    /** As an honest terminal: comes back with the same key when the gateway is too busy. */
    CompletableFuture<HttpResponse<byte[]>> verifyUntilAnswered(
            Node at, String terminal, String key, VerificationRequest question) {
        Executor later = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
        return verifyLater(at, terminal, key, question)
                .thenCompose(response -> response.statusCode() == 503
                        ? CompletableFuture.supplyAsync(() -> key, later)
                                .thenCompose(same -> verifyUntilAnswered(at, terminal, same, question))
                        : CompletableFuture.completedFuture(response));
    }

    HttpResponse<byte[]> get(Node at, String path, String terminal) {
        return http.sendAsync(request(at, path, terminal).build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).join();
    }

    HttpRequest.Builder request(Node at, String path, String terminal) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.port + path))
                .header("Terminal", terminal)
                .header("Accept-Language", "en");
    }

    @Override
    public void close() {
        await(first.news.leave(vertx));
        await(second.news.leave(vertx));
        first.close();
        second.close();
        await(vertx.close());
        database.close();
    }
}
