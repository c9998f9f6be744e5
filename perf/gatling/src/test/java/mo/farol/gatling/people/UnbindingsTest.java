package mo.farol.gatling.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UnbindingsTest {
    private final AtomicLong now = new AtomicLong(10);
    private final Unbindings unbindings = new Unbindings(now::get);
    private final Resident resident = Invented.resident(1);

    @Test
    void doNotConcernOthers() {
        unbindings.asked(resident);
        unbindings.acknowledged(resident);
        Showing other = Invented.showing(Invented.resident(2), 20);
        assertThat(unbindings.amiss(other, "verified")).isEmpty();
        assertThat(unbindings.amiss(other, "unbound")).get().asString().contains("before this run");
    }

    @Test
    void leaveBothAnswersOpenUntilTheyAreAcknowledged() {
        unbindings.asked(resident);
        assertThat(unbindings.amiss(Invented.showing(resident, 5), "verified")).isEmpty();
        assertThat(unbindings.amiss(Invented.showing(resident, 5), "unbound")).isEmpty();
    }

    @Test
    void stillLeaveThemOpenForACodeThatWasMadeBefore() {
        unbindings.asked(resident);
        unbindings.acknowledged(resident);
        assertThat(unbindings.amiss(Invented.showing(resident, 10), "verified")).isEmpty();
        assertThat(unbindings.acceptedTooLate()).isZero();
    }

    @Test
    void forbidThatACodeMadeAfterTheAcknowledgementIsAccepted() {
        unbindings.asked(resident);
        unbindings.acknowledged(resident);
        assertThat(unbindings.amiss(Invented.showing(resident, 11), "unbound")).isEmpty();
        assertThat(unbindings.amiss(Invented.showing(resident, 11), "verified"))
                .contains("after an acknowledged unbinding: verified");
        assertThat(unbindings.amiss(Invented.showing(resident, 11), "expired")).isPresent();
        assertThat(unbindings.acceptedTooLate()).isEqualTo(1);
        assertThat(unbindings.count()).isEqualTo(1);
    }
}
