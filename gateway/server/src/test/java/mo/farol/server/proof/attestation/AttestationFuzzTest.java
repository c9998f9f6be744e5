package mo.farol.server.proof.attestation;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeds in every test run; ten seconds each with {@code JAZZER_FUZZ=1}. */
class AttestationFuzzTest {
    @MethodSource("mo.farol.server.proof.attestation.AttestationTargets#descriptions")
    @FuzzTest(maxDuration = "10s")
    void description(byte[] input) {
        assertThatCode(() -> AttestationTargets.description(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.server.proof.attestation.AttestationTargets#applicationIds")
    @FuzzTest(maxDuration = "10s")
    void applicationId(byte[] input) {
        assertThatCode(() -> AttestationTargets.applicationId(input)).doesNotThrowAnyException();
    }

    @MethodSource("mo.farol.server.proof.attestation.AttestationTargets#certificates")
    @FuzzTest(maxDuration = "10s")
    void certificate(byte[] input) {
        assertThatCode(() -> AttestationTargets.certificate(input)).doesNotThrowAnyException();
    }
}
