package mo.farol.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.accesslog.note.CosignatureKey;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.NoteKey;
import mo.farol.core.ticket.TicketRules;
import mo.farol.server.outgoing.OutgoingTls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
    @TempDir
    Path directory;

    private JsonObject smallest;

    @BeforeEach
    void writeTheSmallestConfiguration() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        JsonObject keys = new JsonObject()
                .put("codes", file.toString())
                .put("signing", file.toString())
                .put("at_rest", file.toString())
                .put("password", "s3cret-keys");
        smallest = new JsonObject()
                .put("profile", "demo")
                .put("issuer", "http://127.0.0.1:8080")
                .put("store", new JsonObject().put("password", "s3cret-store"))
                .put("keys", keys);
    }

    @Test
    void hasDefaultsForAllThatIsNotADecision() throws Exception {
        GatewayConfig config = ConfigReader.read(smallest, Map.of());

        assertThat(config.synthetic()).isFalse();
        assertThat(config.helpLine()).isEqualTo("2837-0777 / 2837-0888");
        assertThat(config.eventLoops()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(config.listener()).isEqualTo(new ListenerConfig("127.0.0.1", 8443, null));
        assertThat(config.management()).isEqualTo(new ManagementConfig("127.0.0.1", 9443));
        assertThat(config.codes()).isEqualTo(new CodesConfig(45, 15, 60));
        assertThat(config.tickets()).isEqualTo(new TicketRules(false, 500));
        assertThat(config.limits()).isEqualTo(LimitsConfig.DEFAULTS);
        assertThat(config.cluster()).isEmpty();
        assertThat(config.log()).isEqualTo(new LogConfig(new LogName("127.0.0.1:8080/log"), List.of(), List.of()));
        assertThat(config.store())
                .isEqualTo(new StoreSettings(
                        "127.0.0.1",
                        5432,
                        "farol",
                        "farol_app",
                        new Secret("s3cret-store"),
                        null,
                        null,
                        null,
                        8,
                        false));
    }

    @Test
    void neverPrintsASecret() throws Exception {
        GatewayConfig config = ConfigReader.read(smallest, Map.of());

        assertThat(config.toString() + config.store() + config.keys()).doesNotContain("s3cret");
    }

    @Test
    void lettingTheEnvironmentOverrideTheFile() throws Exception {
        GatewayConfig config = ConfigReader.read(
                smallest,
                Map.of(
                        "FAROL_STORE_PASSWORD", "other",
                        "FAROL_STORE_POOL_SIZE", "3",
                        "FAROL_LIMITS_PER_TERMINAL_BURST", "7",
                        "FAROL_JAVA_OPTS", "-Xmx1g",
                        "PATH", "/bin"));

        assertThat(config.store().password().reveal()).isEqualTo("other");
        assertThat(config.store().poolSize()).isEqualTo(3);
        assertThat(config.limits().perTerminal().burst()).isEqualTo(7);
    }

    @Test
    void reportsEveryProblemTogether() {
        smallest.put("profil", "demo").put("profile", "test").put("listener", "8080");
        smallest.put("management", new JsonObject().put("host", "0.0.0.0"));
        smallest.put("codes", new JsonObject().put("life_seconds", 601).put("tolerance_seconds", -1));
        smallest.put("store", new JsonObject().put("pool_size", "many").put("pasword", "x"));

        assertThat(problems(Map.of("FAROL_STOER_HOST", "db")))
                .containsExactlyInAnyOrder(
                        "profile: must be demo or production",
                        "profil: is not a key that the gateway knows",
                        "issuer: must be an https URL (http in the demo profile only)",
                        "listener: must be a mapping",
                        "listener.tls: is missing: outside the demo profile the API is served by TLS 1.3 only",
                        "management.host: must be a loopback address outside the demo profile: it is not served by TLS",
                        "store.root_certificate: is missing: outside the demo profile PostgreSQL is reached by TLS"
                                + " with verify-full only",
                        "store.password: is missing (set it, or password_file)",
                        "store.pool_size: must be a whole number from 1 to 200",
                        "store.pasword: is not a key that the gateway knows",
                        "log.witness_files: is missing: list at least one file on another disk than the database's",
                        "codes.life_seconds: must be a whole number from 1 to 600",
                        "codes.tolerance_seconds: must be a whole number from 0 to 60",
                        "FAROL_STOER_HOST: is not a variable that the gateway knows");
    }

    @Test
    void readsTheWholeSectionOfTickets() throws Exception {
        smallest.put("tickets", new JsonObject().put("offered", true).put("per_day", 40));
        assertThat(ConfigReader.read(smallest, Map.of()).tickets()).isEqualTo(new TicketRules(true, 40));

        smallest.put(
                "tickets",
                new JsonObject().put("offered", "yes").put("per_day", 501).put("batch", 50));
        assertThat(problems(Map.of()))
                .containsExactlyInAnyOrder(
                        "tickets.offered: must be true or false",
                        "tickets.per_day: must be a whole number from 1 to 500",
                        "tickets.batch: is not a key that the gateway knows");
    }

    @Test
    void refusesASecretGivenTwiceAndAFileThatIsNotThere() {
        smallest.getJsonObject("keys")
                .put("password_file", directory.resolve("file").toString());
        smallest.getJsonObject("keys").put("codes", directory.resolve("gone").toString());

        assertThat(problems(Map.of()))
                .containsExactlyInAnyOrder(
                        "keys.password: is given both as a value and as a file",
                        "keys.codes: names no readable file: " + directory.resolve("gone"));
    }

    @Test
    void readsTheWholeSectionOfTheLog() throws Exception {
        Path file = directory.resolve("file");
        smallest.put(
                "log",
                new JsonObject()
                        .put("origin", "log.example.mo/e-id")
                        .put(
                                "witness_files",
                                new JsonArray().add("/mnt/a/w.notes").add("/mnt/b/w.notes"))
                        .put(
                                "witness_urls",
                                new JsonArray()
                                        .add(witness("http://127.0.0.1:9/w1", "a.example/w1"))
                                        .add(witness("https://b.example/w", "b.example/w")
                                                .put("root_certificate", file.toString()))));

        assertThat(ConfigReader.read(smallest, Map.of()).log())
                .isEqualTo(new LogConfig(
                        new LogName("log.example.mo/e-id"),
                        List.of(Path.of("/mnt/a/w.notes"), Path.of("/mnt/b/w.notes")),
                        List.of(
                                new WitnessConfig(
                                        URI.create("http://127.0.0.1:9/w1"), key("a.example/w1"), OutgoingTls.USUAL),
                                new WitnessConfig(
                                        URI.create("https://b.example/w"),
                                        key("b.example/w"),
                                        new OutgoingTls(Optional.of(file), Optional.empty())))));
    }

    private static CosignatureKey key(String name) {
        return CosignatureKey.of(name, new byte[32]);
    }

    private static JsonObject witness(String url, String name) {
        return new JsonObject().put("url", url).put("key", key(name).text());
    }

    @Test
    void asksWitnessesByTlsOutsideTheDemoAndStillWantsAFileOfItsOwn() {
        JsonArray witnesses = new JsonArray().add(witness("http://127.0.0.1:9/w1", "a.example/w1"));
        smallest.put("profile", "production").put("log", new JsonObject().put("witness_urls", witnesses));

        assertThat(problems(Map.of()))
                .contains(
                        "log.witness_urls.0.url: must be an https URL (http in the demo profile only)",
                        "log.witness_files: is missing: list at least one file on another disk than the database's");
    }

    @Test
    void reportsEveryProblemOfTheWitnessesInOthersHands() {
        smallest.put(
                "log",
                new JsonObject()
                        .put(
                                "witness_urls",
                                new JsonArray()
                                        .add(witness("ftp://a.example", "a.example/w1"))
                                        .add(witness("https://a.example/?x=1", "a.example/w1"))
                                        .add(new JsonObject()
                                                .put("key", key("c.example").text() + "A")
                                                .put("secret", "x"))
                                        .add(new JsonObject()
                                                .put("url", "https://d.example")
                                                .put(
                                                        "key",
                                                        NoteKey.of("d.example", new byte[32])
                                                                .text()))
                                        .add("https://e.example")));

        String otherKey = "must be name+id+base64, a verifier key of type 4 (Ed25519 cosignatures)";
        assertThat(problems(Map.of()))
                .containsExactlyInAnyOrder(
                        "log.witness_urls.0.url: must be an https URL (http in the demo profile only)",
                        "log.witness_urls.1.url: must have no query: /add-checkpoint is put after it",
                        "log.witness_urls.1.key: is of a witness that is listed twice",
                        "log.witness_urls.2.url: is missing",
                        "log.witness_urls.2.key: " + otherKey,
                        "log.witness_urls.2.secret: is not a key that the gateway knows",
                        "log.witness_urls.3.key: " + otherKey,
                        "log.witness_urls.4: must be a mapping",
                        "log.witness_urls.4.url: is missing",
                        "log.witness_urls.4.key: is missing");
    }

    @Test
    void reportsEveryProblemOfTheLog() {
        String folder = directory.toString();
        smallest.put(
                "log",
                new JsonObject()
                        .put("origin", "a b")
                        .put("witness", "x")
                        .put(
                                "witness_files",
                                new JsonArray().add(folder).add("same").add("same")));

        assertThat(problems(Map.of()))
                .containsExactlyInAnyOrder(
                        "log.origin: must be visible ASCII without plus signs, up to 200 characters",
                        "log.witness_files: names a folder: " + folder,
                        "log.witness_files: names a file twice",
                        "log.witness: is not a key that the gateway knows");
    }

    @Test
    void refusesAnIssuerThatCouldBeWrittenInTwoWays() {
        smallest.put("issuer", "http://127.0.0.1:8080/");

        assertThat(problems(Map.of())).containsExactly("issuer: must have no trailing slash, query or fragment");
    }

    private List<String> problems(Map<String, String> environment) {
        var thrown = assertThatThrownBy(() -> ConfigReader.read(smallest, environment))
                .asInstanceOf(type(InvalidConfig.class));
        return thrown.actual().problems();
    }
}
