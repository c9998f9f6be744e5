package mo.farol.server.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import mo.farol.api.problem.ProblemCode;
import mo.farol.core.binding.BindingRefusal;
import mo.farol.core.time.DatabaseTime;
import mo.farol.core.verification.ArbiterUnreachable;
import mo.farol.server.http.RequestRefused;
import mo.farol.server.proof.FaceChecks;
import mo.farol.server.proof.ProofRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailuresTest {
    @ParameterizedTest
    @EnumSource(BindingRefusal.class)
    void nameEveryRefusalByAProblemOfTheSameName(BindingRefusal why) {
        ProblemCode code = Failures.code(why);

        assertThat(code.code()).isEqualTo(why.code());
        assertThat(code.status()).isIn(403, 409, 410, 422);
    }

    @Test
    void knowOutagesFromRefusedProofsAndFromOurOwnFaults() {
        assertThat(code(new ArbiterUnreachable("no database"))).isEqualTo(ProblemCode.UNAVAILABLE);
        assertThat(code(new DatabaseTime.UncertainTime())).isEqualTo(ProblemCode.UNAVAILABLE);
        assertThat(code(new FaceChecks.Unreachable(new IOException()))).isEqualTo(ProblemCode.FACE_CHECK_UNAVAILABLE);
        assertThat(code(new ProofRefused(BindingRefusal.ATTESTATION_INVALID)))
                .isEqualTo(ProblemCode.ATTESTATION_INVALID);
        IllegalStateException bug = new IllegalStateException();
        assertThat(Failures.of(bug)).isSameAs(bug);
    }

    private static ProblemCode code(Throwable why) {
        return ((RequestRefused) Failures.of(why)).code();
    }
}
