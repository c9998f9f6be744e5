package mo.farol.server.proof.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.binding.KeyLevel;
import mo.farol.server.config.AttestationConfig;
import mo.farol.server.proof.ProofRefused;
import mo.farol.token.BindingPublicKey;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains of a real phone under Google's real root; the files name where they were published. */
class RealDeviceTest {
    private static final Instant THEN = Instant.parse("2023-03-09T00:00:00Z");
    private static final byte[] CHALLENGE = "challenge".getBytes(StandardCharsets.US_ASCII);

    /** The app that the phone ran, and the SHA-256 of its signing certificate. */
    private static final AttestationConfig.App APP = new AttestationConfig.App(
            "com.google.attestationexample",
            Set.of("68856d1d06f637d6255face5b224db43a9514ace538bb1548b844480fcd85c87"));

    @TempDir
    Path folder;

    private static List<byte[]> certificates(String name) throws IOException {
        List<byte[]> certificates = new ArrayList<>();
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(RealDeviceTest.class.getResourceAsStream(name)),
                        StandardCharsets.US_ASCII);
                PemReader pem = new PemReader(text)) {
            for (PemObject next = pem.readPemObject(); next != null; next = pem.readPemObject()) {
                certificates.add(next.getContent());
            }
        }
        return certificates;
    }

    private AndroidAttestations attestations(Instant now) throws Exception {
        Path root = TestPhone.writePem(
                folder.resolve("root.pem"), certificates("real-device-tee.pem").getLast());
        return AndroidAttestations.of(
                new AttestationConfig(List.of(root), Set.of(), Optional.empty(), Optional.of(APP), true),
                now::toEpochMilli);
    }

    private static BindingPublicKey keyOf(byte[] certificate) throws NotAttested {
        byte[] info = ChainCertificate.read(certificate).encodedKey();
        return BindingPublicKey.of(Arrays.copyOfRange(info, info.length - BindingPublicKey.LENGTH, info.length));
    }

    @Test
    void acceptsARealPhonesAttestation() throws Exception {
        List<byte[]> chain = certificates("real-device-tee.pem");

        assertThat(attestations(THEN).level(chain, CHALLENGE, keyOf(chain.getFirst())))
                .isEqualTo(KeyLevel.TRUSTED_ENVIRONMENT);
    }

    @Test
    void refusesItOnceItsShortLivedAuthoritiesHaveExpired() throws Exception {
        List<byte[]> chain = certificates("real-device-tee.pem");

        assertThatThrownBy(() -> attestations(Instant.parse("2023-04-01T00:00:00Z"))
                        .level(chain, CHALLENGE, keyOf(chain.getFirst())))
                .isInstanceOf(ProofRefused.class);
    }

    @Test
    void refusesAForgeryThatAnAttestedKeySigned() throws Exception {
        List<byte[]> forged = new ArrayList<>(certificates("attest-key-forgery.pem"));
        List<byte[]> real = certificates("real-device-tee.pem");
        forged.addAll(real.subList(1, real.size()));

        assertThatThrownBy(() -> attestations(THEN).level(forged, CHALLENGE, keyOf(forged.getFirst())))
                .isInstanceOf(ProofRefused.class);
        List<byte[]> shorter = new ArrayList<>(forged.subList(2, forged.size()));
        assertThatThrownBy(() -> attestations(THEN).level(shorter, CHALLENGE, keyOf(shorter.getFirst())))
                .isInstanceOf(ProofRefused.class);
    }
}
