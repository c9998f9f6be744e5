package mo.farol.server.proof.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.binding.KeyLevel;
import mo.farol.core.time.DatabaseTime;
import mo.farol.server.config.AttestationConfig;
import mo.farol.server.config.InvalidConfig;
import mo.farol.server.proof.ProofRefused;
import mo.farol.token.BindingPublicKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A good phone under a root of the test's own, with what a test may spoil. */
abstract class AttestationCase {
    @TempDir
    Path folder;

    final byte[] nonce = new byte[32];
    final TestPhone phone = new TestPhone();
    Description description = new Description(nonce);
    Instant now = TestPhone.NOW;
    boolean timeKnown = true;

    @BeforeEach
    void describeAGoodKey() {
        new SecureRandom().nextBytes(nonce);
        description = new Description(nonce.clone());
    }

    AttestationConfig trusting(Path... roots) {
        return new AttestationConfig(List.of(roots), Set.of(), Optional.empty(), Optional.empty(), false);
    }

    AndroidAttestations attestations(AttestationConfig config) throws InvalidConfig {
        return AndroidAttestations.of(config, () -> {
            if (!timeKnown) {
                throw new DatabaseTime.UncertainTime();
            }
            return now.toEpochMilli();
        });
    }

    AndroidAttestations attestations() throws Exception {
        return attestations(trusting(phone.writeRoot(folder.resolve("root.pem"))));
    }

    KeyLevel level(List<byte[]> chain) throws Exception {
        return attestations().level(chain, nonce, phone.bindingKey());
    }

    void assertRefused(AndroidAttestations by, List<byte[]> chain) {
        assertRefused(by, chain, phone.bindingKey());
    }

    void assertRefused(AndroidAttestations by, List<byte[]> chain, BindingPublicKey key) {
        assertThatThrownBy(() -> by.level(chain, nonce, key))
                .isInstanceOfSatisfying(
                        ProofRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(BindingRefusal.ATTESTATION_INVALID));
    }

    void assertRefused(List<byte[]> chain) throws Exception {
        assertRefused(attestations(), chain);
    }
}
