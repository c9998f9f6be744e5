package mo.farol.server.proof;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.binding.Eids;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.config.AttestationConfig;
import mo.farol.server.config.FaceCheckConfig;
import mo.farol.server.config.GatewayConfig;
import mo.farol.server.config.InvalidConfig;
import mo.farol.server.outgoing.OutgoingHttp;
import mo.farol.server.outgoing.OutgoingTls;
import mo.farol.server.proof.assertion.AssertionReader;
import mo.farol.server.proof.assertion.Provider;
import mo.farol.server.proof.assertion.SignedFaceAssertions;
import mo.farol.server.proof.assertion.SignedKioskAssertions;
import mo.farol.server.proof.attestation.AndroidAttestations;
import mo.farol.server.proof.facecheck.ProviderFaceChecks;
import mo.farol.token.crypto.Crypto;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the {@link Proofs} of a gateway. */
public final class ProofSetup {
    private static final Logger LOG = LoggerFactory.getLogger(ProofSetup.class);
    private static final Duration REVOKED_EVERY = Duration.ofMinutes(5);
    private static final int FACE_CHECK_CONNECTIONS = 16;

    private final GatewayConfig config;
    private final Vertx vertx;
    private final Eids eids;
    private final DatabaseTime time;
    private final Crypto crypto;
    private final ProviderSetup providers;

    private ProofSetup(GatewayConfig config, Vertx vertx, Eids eids, DatabaseTime time, Crypto crypto) {
        this.config = config;
        this.vertx = vertx;
        this.eids = eids;
        this.time = time;
        this.crypto = crypto;
        this.providers = new ProviderSetup(vertx);
    }

    /**
     * Reads the keys of all providers and the files of {@code attestation}. What is not configured answers that it is
     * unavailable.
     *
     * @return fails with {@link ProofsUnusable} or {@link InvalidConfig}
     */
    public static Future<Proofs> open(GatewayConfig config, Vertx vertx, Eids eids, DatabaseTime time, Crypto crypto) {
        ProofSetup setup = new ProofSetup(config, vertx, eids, time, crypto);
        return setup.open().onFailure(why -> setup.providers.close());
    }

    private Future<Proofs> open() {
        Attestations attestations;
        try {
            attestations = attestations(config.proofs().attestation());
        } catch (InvalidConfig e) {
            return Future.failedFuture(e);
        }
        FaceChecks checks = config.proofs().faceCheck().map(this::faceChecks).orElse(ProofSetup::noFaceCheck);
        return faces().compose(faces ->
                kiosks().map(kiosks -> new Proofs(faces, kiosks, attestations, checks, providers::close)));
    }

    private Future<FaceAssertions> faces() {
        return config.proofs()
                .faceCheck()
                .map(face -> providers
                        .open(face.providers(), face.tls())
                        .<FaceAssertions>map(known -> new SignedFaceAssertions(reader(known), eids)))
                .orElseGet(() -> Future.succeededFuture(jws -> unavailable("no face-check provider is configured")));
    }

    private Future<KioskAssertions> kiosks() {
        return config.proofs()
                .kiosks()
                .map(kiosks -> providers
                        .open(kiosks.providers(), kiosks.tls())
                        .<KioskAssertions>map(known -> new SignedKioskAssertions(reader(known), eids)))
                .orElseGet(() ->
                        Future.succeededFuture((jws, kiosk, number) -> unavailable("no kiosk provider is configured")));
    }

    private AssertionReader reader(Map<String, Provider> known) {
        return new AssertionReader(known, config.issuer(), config.binding().assertionAge(), time, crypto);
    }

    private FaceChecks faceChecks(FaceCheckConfig face) {
        OutgoingTls tls = face.tls();
        OutgoingHttp http = new OutgoingHttp(
                vertx,
                tls,
                Duration.ofSeconds(face.timeoutSeconds()),
                ProviderFaceChecks.LONGEST_ANSWER,
                FACE_CHECK_CONNECTIONS);
        providers.closeLater(http::close);
        return new ProviderFaceChecks(http, face.url(), face.secret(), config.issuer());
    }

    private Attestations attestations(Optional<AttestationConfig> attestation) throws InvalidConfig {
        if (attestation.isEmpty()) {
            LOG.info("attestations of phones are not looked at: no roots are configured");
            return (chain, challenge, key) -> KeyLevel.NOT_ATTESTED;
        }
        AndroidAttestations attestations = AndroidAttestations.of(attestation.get(), time);
        long timer = vertx.setPeriodic(
                REVOKED_EVERY.toMillis(), tick -> vertx.executeBlocking(() -> reloaded(attestations), false));
        providers.closeLater(() -> {
            vertx.cancelTimer(timer);
            return Future.succeededFuture();
        });
        return attestations;
    }

    private static boolean reloaded(AndroidAttestations attestations) {
        attestations.reload();
        return true;
    }

    private static Future<FaceChecks.Started> noFaceCheck(Object subject) {
        return Future.failedFuture(
                new FaceChecks.Unreachable(new InvalidConfig(List.of("face_check: is not configured"))));
    }

    private static <T> Future<T> unavailable(String why) {
        return Future.failedFuture(new ArbiterUnreachable(why));
    }
}
