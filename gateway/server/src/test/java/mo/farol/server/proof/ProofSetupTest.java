package mo.farol.server.proof;

import static mo.farol.server.testing.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import mo.farol.core.binding.Bindings;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.registry.IdNumber;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.config.ConfigReader;
import mo.farol.server.config.InvalidConfig;
import mo.farol.server.testing.FakeEids;
import mo.farol.server.testing.Signer;
import mo.farol.server.testing.WebServer;
import mo.farol.token.BindingPublicKey;
import mo.farol.token.crypto.Crypto;
import mo.farol.token.crypto.P256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofSetupTest {
    private static final String ISSUER = "http://127.0.0.1:8080";
    private static final UUID PERSON = UUID.randomUUID();

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final FakeEids eids = new FakeEids();
    private final Instant now = Instant.parse("2026-11-24T04:00:00Z");
    private JsonObject values;

    @BeforeEach
    void writeTheSmallestConfiguration() throws Exception {
        String file = Files.writeString(folder.resolve("file"), "").toString();
        values = new JsonObject()
                .put("profile", "demo")
                .put("issuer", ISSUER)
                .put("store", new JsonObject().put("password", "x"))
                .put(
                        "keys",
                        new JsonObject()
                                .put("codes", file)
                                .put("signing", file)
                                .put("at_rest", file)
                                .put("password", "x"));
        eids.add(7, PERSON, "1234567(8)");
    }

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private Proofs open() throws Exception {
        return await(ProofSetup.open(
                ConfigReader.read(values, Map.of()),
                vertx,
                eids,
                now::toEpochMilli,
                Crypto.preferred().crypto()));
    }

    private static JsonArray providers(String key, String value) {
        return new JsonArray()
                .add(new JsonObject().put("issuer", "https://face.example.mo").put(key, value));
    }

    private String assertion(Signer signer) {
        return signer.sign(new JsonObject()
                .put("iss", "https://face.example.mo")
                .put("aud", ISSUER)
                .put("sub", PERSON.toString())
                .put("challenge", UUID.randomUUID().toString())
                .put("purpose", "bind")
                .put("liveness", 1)
                .put("likeness", 1)
                .put("jti", "1")
                .put("iat", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + 60));
    }

    @Test
    void answersThatItIsUnavailableWhereNothingIsConfigured() throws Exception {
        Proofs proofs = open();
        Bindings.FaceCheckSubject subject =
                new Bindings.FaceCheckSubject(PERSON, new IdNumber("1234567(8)"), UUID.randomUUID());
        BindingPublicKey key = P256.publicKey(P256.newScalar(new java.security.SecureRandom()));

        assertThatThrownBy(() -> await(proofs.faceAssertions().read("x.y.z")))
                .hasCauseInstanceOf(ArbiterUnreachable.class);
        assertThatThrownBy(() -> await(proofs.kioskAssertions().read("x.y.z", "kiosk", "12345678")))
                .hasCauseInstanceOf(ArbiterUnreachable.class);
        assertThatThrownBy(() -> await(proofs.faceChecks().start(subject)))
                .hasCauseInstanceOf(FaceChecks.Unreachable.class);
        assertThat(proofs.attestations().level(List.of(new byte[1]), new byte[32], key))
                .isEqualTo(KeyLevel.NOT_ATTESTED);
        await(proofs.close());
    }

    @Test
    void checksAssertionsAgainstKeysFromAUrlAndFromAFile() throws Exception {
        Signer face = Signer.es256("f");
        Signer kiosk = Signer.rs256("k");
        Path file = Files.writeString(folder.resolve("kiosks.json"), Signer.published(kiosk));
        try (WebServer web = new WebServer(vertx, request -> request.response().end(Signer.published(face)))) {
            values.put(
                    "face_check",
                    new JsonObject()
                            .put("url", web.url("/checks").toString())
                            .put("secret", "s3cret")
                            .put(
                                    "providers",
                                    providers("jwks_uri", web.url("/keys").toString())));
            values.put("kiosks", new JsonObject().put("providers", providers("jwks_file", file.toString())));
            values.getJsonObject("kiosks")
                    .getJsonArray("providers")
                    .getJsonObject(0)
                    .put("algorithm", "RS256");
            Proofs proofs = open();

            assertThat(await(proofs.faceAssertions().read(assertion(face))).person())
                    .isEqualTo(7);
            assertThatThrownBy(() -> await(proofs.faceAssertions().read(assertion(kiosk))))
                    .hasCauseInstanceOf(ProofRefused.class);
            assertThatThrownBy(() -> await(proofs.kioskAssertions().read(assertion(kiosk), "kiosk", "12345678")))
                    .hasCauseInstanceOf(ProofRefused.class);
            await(proofs.close());
        }
    }

    @Test
    void waitsForAKeyThatWasPublishedAMomentAgo() throws Exception {
        Signer before = Signer.es256("before");
        Signer after = Signer.es256("after");
        AtomicReference<Signer> current = new AtomicReference<>(before);
        try (WebServer web = new WebServer(
                vertx, request -> request.response().end(Signer.published(Objects.requireNonNull(current.get()))))) {
            values.put(
                    "face_check",
                    new JsonObject()
                            .put("url", web.url("/checks").toString())
                            .put("secret", "s3cret")
                            .put(
                                    "providers",
                                    providers("jwks_uri", web.url("/keys").toString())));
            Proofs proofs = open();
            // Somebody has just asked for a key that nobody has, so the next asker's key is not looked for at once.
            Future<?> stranger = proofs.faceAssertions().read(assertion(Signer.es256("stranger")));
            Thread.sleep(200);
            current.set(after);

            assertThat(await(proofs.faceAssertions().read(assertion(after))).person())
                    .isEqualTo(7);
            assertThatThrownBy(() -> await(stranger)).hasCauseInstanceOf(ProofRefused.class);
            await(proofs.close());
        }
    }

    @Test
    void doesNotStartWithoutTheKeysOfAProvider() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{\"keys\":[]}");
        values.put("kiosks", new JsonObject().put("providers", providers("jwks_file", empty.toString())));

        assertThatThrownBy(this::open)
                .cause()
                .isInstanceOf(ProofsUnusable.class)
                .hasMessageContaining("https://face.example.mo");
    }

    @Test
    void doesNotStartWithoutTheRootsOfAttestation() {
        values.put(
                "attestation",
                new JsonObject()
                        .put("roots", new JsonArray().add(folder.resolve("file").toString())));

        assertThatThrownBy(this::open).hasCauseInstanceOf(InvalidConfig.class);
    }
}
