package mo.farol.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.binding.BindingPolicy;
import mo.farol.core.binding.KeyLevel;
import mo.farol.server.jws.JwsAlgorithm;
import mo.farol.server.outgoing.OutgoingTls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sections face_check, kiosks, attestation, mail and binding. */
class ProofSectionsTest {
    @TempDir
    Path folder;

    private Path file;
    private JsonObject values;

    @BeforeEach
    void writeTheSmallestProductionConfiguration() throws Exception {
        file = Files.writeString(folder.resolve("file"), "");
        JsonObject keys = new JsonObject()
                .put("codes", file.toString())
                .put("signing", file.toString())
                .put("at_rest", file.toString())
                .put("password", "x");
        JsonObject tls = new JsonObject().put("certificate", file.toString()).put("key", file.toString());
        values = new JsonObject()
                .put("issuer", "https://gateway.example.mo")
                .put("listener", new JsonObject().put("tls", tls))
                .put("store", new JsonObject().put("password", "x").put("root_certificate", file.toString()))
                .put("log", new JsonObject().put("witness_files", new JsonArray(List.of(file.toString()))))
                .put("keys", keys);
    }

    private GatewayConfig read() throws InvalidConfig {
        return ConfigReader.read(values, Map.of());
    }

    private List<String> problems() {
        return assertThatThrownBy(this::read)
                .asInstanceOf(type(InvalidConfig.class))
                .actual()
                .problems();
    }

    private static JsonObject provider() {
        return new JsonObject()
                .put("issuer", "https://face.example.mo")
                .put("jwks_uri", "https://face.example.mo/keys");
    }

    private static JsonObject faceCheck(JsonObject... providers) {
        return new JsonObject()
                .put("url", "https://face.example.mo/checks")
                .put("secret", "s3cret")
                .put("providers", new JsonArray(List.of(providers)));
    }

    private static JsonObject mail() {
        return new JsonObject()
                .put("host", "smtp.example.mo")
                .put("from", "e-id@example.mo")
                .put("report_desk", "desk@example.mo");
    }

    @Test
    void offersNothingThatIsNotConfigured() throws Exception {
        GatewayConfig config = read();

        assertThat(config.proofs()).isEqualTo(new ProofsConfig(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(config.mail()).isEmpty();
        assertThat(config.binding()).isEqualTo(BindingPolicy.DEFAULTS);
    }

    @Test
    void readsEveryKey() throws Exception {
        String path = file.toString();
        values.put(
                "face_check",
                faceCheck(provider().put("algorithm", "RS256"))
                        .put("root_certificate", path)
                        .put("client_certificate", path)
                        .put("client_key", path)
                        .put("timeout_seconds", 20));
        JsonObject kiosk = new JsonObject().put("issuer", "kiosks").put("jwks_file", path);
        values.put(
                "kiosks", new JsonObject().put("root_certificate", path).put("providers", new JsonArray().add(kiosk)));
        String hash = "0a".repeat(32);
        values.put(
                "attestation",
                new JsonObject()
                        .put("roots", new JsonArray().add(path))
                        .put("root_keys", new JsonArray().add(hash))
                        .put("revoked", path)
                        .put("verified_boot", true)
                        .put(
                                "app",
                                new JsonObject()
                                        .put("package", "mo.example.eid")
                                        .put("signatures", new JsonArray().add(hash))));
        values.put(
                "mail",
                mail().put("port", 2525)
                        .put("tls", "implicit")
                        .put("root_certificate", path)
                        .put("user", "farol")
                        .put("password", "p")
                        .put("per_second", 5)
                        .put("parallel", 2));
        values.put(
                "binding",
                new JsonObject()
                        .put("challenge_life_seconds", 60)
                        .put("kiosk_number_life_seconds", 600)
                        .put("kiosk_tries", 3)
                        .put("least_liveness", 0.95)
                        .put("least_likeness", "0.85")
                        .put("assertion_age_seconds", 90)
                        .put("least_key_level", "trusted_environment")
                        .put("at_eighteen", "suspend")
                        .put("notice_days", 14));

        GatewayConfig config = read();

        OutgoingTls tls = new OutgoingTls(Optional.of(file), Optional.of(new OutgoingTls.Identity(file, file)));
        assertThat(config.proofs().faceCheck())
                .contains(new FaceCheckConfig(
                        URI.create("https://face.example.mo/checks"),
                        new Secret("s3cret"),
                        tls,
                        20,
                        List.of(new AssertionProvider(
                                "https://face.example.mo",
                                Optional.of(URI.create("https://face.example.mo/keys")),
                                Optional.empty(),
                                JwsAlgorithm.RS256))));
        assertThat(config.proofs().kiosks())
                .contains(new KioskConfig(
                        new OutgoingTls(Optional.of(file), Optional.empty()),
                        List.of(new AssertionProvider(
                                "kiosks", Optional.empty(), Optional.of(file), JwsAlgorithm.ES256))));
        assertThat(config.proofs().attestation())
                .contains(new AttestationConfig(
                        List.of(file),
                        Set.of(hash),
                        Optional.of(file),
                        Optional.of(new AttestationConfig.App("mo.example.eid", Set.of(hash))),
                        true));
        assertThat(config.mail())
                .contains(new MailSettings(
                        "smtp.example.mo",
                        2525,
                        MailSettings.Tls.IMPLICIT,
                        Optional.of(file),
                        Optional.of(new MailSettings.Login("farol", new Secret("p"))),
                        "e-id@example.mo",
                        "desk@example.mo",
                        5,
                        2));
        assertThat(config.binding())
                .isEqualTo(new BindingPolicy(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(600),
                        3,
                        0.95,
                        0.85,
                        Duration.ofSeconds(90),
                        KeyLevel.TRUSTED_ENVIRONMENT,
                        BindingPolicy.AtEighteen.SUSPEND,
                        14));
        assertThat(config.proofs() + " " + config.mail())
                .doesNotContain("s3cret")
                .doesNotContain("=p");
    }

    @Test
    void sendsMailByStarttlsUnlessToldOtherwise() throws Exception {
        values.put("mail", mail());

        MailSettings mail = read().mail().orElseThrow();

        assertThat(mail.tls()).isEqualTo(MailSettings.Tls.REQUIRED);
        assertThat(mail.port()).isEqualTo(587);
        assertThat(mail.perSecond()).isEqualTo(20);
        assertThat(mail.parallel()).isEqualTo(4);
    }

    @Test
    void reportsWhatIsWrongWithProviders() {
        values.put(
                "face_check",
                faceCheck(
                                provider().put("algorithm", "HS256"),
                                provider().put("jwks_file", file.toString()),
                                new JsonObject()
                                        .put("issuer", "x")
                                        .put("jwks_uri", "http://face.example.mo/keys")
                                        .put("kid", 1))
                        .put("url", "http://face.example.mo/checks")
                        .put("client_key", file.toString()));
        values.put("kiosks", new JsonObject());

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "face_check.url: must be an https URL (http in the demo profile only)",
                        "face_check.client_certificate: and client_key must be given together",
                        "face_check.providers.0.algorithm: must be ES256 or RS256",
                        "face_check.providers.1.jwks_uri: or jwks_file must be given, and not both",
                        "face_check.providers.1.issuer: is listed twice",
                        "face_check.providers.2.jwks_uri: must be an https URL (http in the demo profile only)",
                        "face_check.providers.2.kid: is not a key that the gateway knows",
                        "kiosks.providers: is missing: list at least one provider");
    }

    @Test
    void reportsWhatIsWrongWithAttestationAndTheLevelsThatNeedIt() {
        values.put("binding", new JsonObject().put("least_key_level", "strong_box"));
        assertThat(problems())
                .containsExactly("binding.least_key_level: cannot be met: there is no section attestation");

        values.put(
                "attestation",
                new JsonObject()
                        .put("root_keys", new JsonArray().add("ABC"))
                        .put("app", new JsonObject().put("package", "mo.example.eid")));
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "attestation.root_keys: must be SHA-256 hashes in lower-case hex",
                        "attestation.app.signatures: is missing: list the SHA-256 of at least one signing certificate");

        String gone = folder.resolve("gone.pem").toString();
        values.put("attestation", new JsonObject().put("roots", new JsonArray().add(gone)));
        assertThat(problems()).containsExactly("attestation.roots: names no readable file: " + gone);
        values.put("attestation", new JsonObject());
        assertThat(problems()).containsExactly("attestation.roots: is missing: list PEM files, or root_keys");
    }

    @Test
    void reportsWhatIsWrongWithMail() {
        values.put(
                "mail",
                mail().put("tls", "none")
                        .put("user", "farol")
                        .put("from", "DSI <e-id@example.mo>")
                        .put("report_desk", "desk@example.mo\r\nBcc: a@b.c"));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "mail.tls: must be required or implicit outside the demo profile",
                        "mail.user: and password must be given together",
                        "mail.user: must not be sent without TLS",
                        "mail.from: is not a plain e-mail address",
                        "mail.report_desk: is not a plain e-mail address");
    }

    @Test
    void keepsThePolicyInBounds() {
        values.put(
                "binding",
                new JsonObject()
                        .put("challenge_life_seconds", 901)
                        .put("kiosk_number_life_seconds", 59)
                        .put("kiosk_tries", 0)
                        .put("least_liveness", "1.01")
                        .put("least_likeness", "9e-1")
                        .put("assertion_age_seconds", 301)
                        .put("least_key_level", "tee")
                        .put("at_eighteen", "forget")
                        .put("notice_days", 60));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "binding.challenge_life_seconds: must be a whole number from 30 to 900",
                        "binding.kiosk_number_life_seconds: must be a whole number from 60 to 43200",
                        "binding.kiosk_tries: must be a whole number from 1 to 20",
                        "binding.least_liveness: must be a decimal number from 0 to 1",
                        "binding.least_likeness: must be a decimal number from 0 to 1",
                        "binding.assertion_age_seconds: must be a whole number from 10 to 300",
                        "binding.least_key_level: must be one of not_attested, software, trusted_environment, strong_box",
                        "binding.at_eighteen: must be one of keep, suspend, unbind",
                        "binding.notice_days: must be a whole number from 1 to 59");
    }
}
