package mo.farol.server.verification;

import static mo.farol.store.testing.World.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import mo.farol.core.verification.Outcome;
import mo.farol.core.verification.PublicKeys;
import mo.farol.core.verification.VerifyFlow;
import mo.farol.store.testing.TestDatabase;
import mo.farol.token.CodeType;
import mo.farol.token.Deployment;
import mo.farol.token.crypto.Crypto;

/** One gateway over a PostgreSQL that is watched, one phone, and terminals of one institution. */
final class NotGenuineRig implements AutoCloseable {
    static final String PURPOSE = "account.open";
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String BEAT = "SELECT clock_timestamp() AS now";

    final Deployment deployment = new Deployment(Crypto.preferred().crypto(), 20261125);
    final OpenedTexts texts = new OpenedTexts(deployment);
    final Vertx vertx = Vertx.vertx();
    private final Map<PublicKeys, VerifyFlow> flows = new ConcurrentHashMap<>();
    private final TestDatabase database = TestDatabase.create();
    private final StatementTap tap = new StatementTap(database.port());
    private final Map<String, TerminalIdentity> terminals = new TreeMap<>();
    private final Node node;
    private final long institution;
    private final long means;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long grantRead = System.nanoTime() - 2 * FRESH_NANOS;

    /** @param watched whether statements are counted, by a tap that costs time */
    NotGenuineRig(boolean watched) {
        int port = watched ? tap.port() : database.port();
        node = new Node(vertx, database.config(port), deployment.crypto, deployment.ring, terminals);
        Registry registry = node.store.registry();
        institution = await(registry.addInstitution(new NewInstitution("Banco Sintético", null)));
        means = await(registry.addMeans("scanner 1.0"));
        long purpose = await(registry.addPurpose(new NewPurpose(PURPOSE, CodeType.EID, false, false, false)));
        await(registry.grant(institution, purpose, FieldSet.of(Field.SURNAME_PT), false));
        Map<Field, String> fields = new EnumMap<>(Map.of(Field.ID_NUMBER, "5000001(1)", Field.SURNAME_PT, "SINTETICO"));
        long resident = await(registry.addResident(new NewResident(fields, (LocalDate) null, false)));
        await(registry.bind(resident, deployment.keyId, deployment.phone.publicKey()));
    }

    void terminal(String name) {
        long row = await(node.store.registry().addTerminal(new NewTerminal(institution, means, name, "{}", null)));
        terminals.put(name, new TerminalIdentity(row, institution, name));
    }

    /** Now by the database, seconds. */
    long now() {
        try {
            return node.store.time().millis() / 1000;
        } catch (DatabaseTime.UncertainTime e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes this node know the phone's key, or not. */
    void cached(boolean cached) {
        node.store.publicKeys().forget(deployment.keyId);
        if (cached) {
            await(node.store
                    .publicKeys()
                    .find(deployment.keyId, terminals.values().iterator().next()));
        }
    }

    /** What the gateway asks of PostgreSQL for this text, and what it answers. The grant was read shortly before. */
    Answered ask(String terminal, String text) {
        keepGrant();
        Map<String, Integer> before = tap.executed();
        HttpResponse<String> answer = untilAnswered(terminal, text).join();
        Map<String, Integer> asked = tap.executed();
        before.forEach((sql, times) -> asked.merge(sql, -times, Integer::sum));
        asked.values().removeIf(times -> times == 0);
        asked.remove(BEAT);
        return answered(answer, asked);
    }

    /** What the gateway answers to the same text sent so often at once. */
    List<Answered> burst(String terminal, String text, int times) {
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(() -> untilAnswered(terminal, text))
                .limit(times)
                .toList();
        return sent.stream().map(each -> answered(each.join(), Map.of())).toList();
    }

    /** A gateway that is too busy says so before it asks the database anything. */
    private CompletableFuture<HttpResponse<String>> untilAnswered(String terminal, String text) {
        Executor later = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
        return post(terminal, text)
                .thenCompose(response -> response.statusCode() == 503
                        ? CompletableFuture.supplyAsync(() -> text, later)
                                .thenCompose(same -> untilAnswered(terminal, same))
                        : CompletableFuture.completedFuture(response));
    }

    private CompletableFuture<HttpResponse<String>> post(String terminal, String text) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port + "/v1/verifications"))
                .header("Terminal", terminal)
                .header("Accept-Language", "en")
                .header("traceparent", "00-11111111111111111111111111111111-2222222222222222-00")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(WireJson.write(VerificationRequest.of(text, PURPOSE))))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The same question without HTTP: to be asked on an event loop of {@link #vertx}. */
    Future<Outcome> verify(PublicKeys keys, String terminal, String text) {
        return flow(keys)
                .verify(new mo.farol.core.verification.VerificationRequest(
                        Objects.requireNonNull(terminals.get(terminal)),
                        UUID.randomUUID().toString(),
                        new byte[32],
                        text,
                        PURPOSE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    PublicKeys publicKeys() {
        return node.store.publicKeys();
    }

    private VerifyFlow flow(PublicKeys keys) {
        return flows.computeIfAbsent(
                keys,
                asked -> node.over(asked, deployment.crypto, deployment.ring).flow());
    }

    /** A grant is read again after three seconds: not in the middle of a question that is watched. */
    private void keepGrant() {
        if (System.nanoTime() - grantRead > FRESH_NANOS) {
            node.store.policyCatalogue().forget(institution, PURPOSE);
            await(node.store.policyCatalogue().grant(institution, PURPOSE));
            grantRead = System.nanoTime();
        }
    }

    private static Answered answered(HttpResponse<String> answer, Map<String, Integer> asked) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, values.toString()));
        headers.remove("date");
        headers.remove("traceparent");
        return new Answered(answer.statusCode(), headers, answer.body(), asked);
    }

    @Override
    public void close() {
        http.close();
        node.close();
        await(vertx.close());
        tap.close();
        database.close();
    }

    /** @param headers without the date and the id of the gateway's own span */
    record Answered(int status, Map<String, String> headers, String body, Map<String, Integer> statements) {}
}
