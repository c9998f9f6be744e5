package mo.farol.gatling.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationTest {
    private final Resident resident = Invented.resident(1);
    private final Showing showing = Invented.showing(resident, 0);

    @ParameterizedTest
    @ValueSource(strings = {"verified", "check_manually"})
    void ofAFreshCodeIsThatItIsAccepted(String said) {
        assertThat(Expectation.FRESH.amiss(showing, said)).isEmpty();
        assertThat(showing.wasAccepted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"already_used", "expired", "too_many_requests", "not_recognised"})
    void ofAFreshCodeIsNothingElse(String said) {
        assertThat(Expectation.FRESH.amiss(showing, said)).contains("a fresh code: " + said);
        assertThat(showing.wasAccepted()).isFalse();
    }

    @Test
    void setsAsideWhoseCardWasNeverGood() {
        assertThat(Expectation.FRESH.amiss(showing, "card_expired")).isEmpty();
        assertThat(resident.isAside()).isTrue();
    }

    @Test
    void doesNotBelieveThatACardExpiredThatWasGoodAMomentAgo() {
        assertThat(Expectation.FRESH.amiss(Invented.showing(resident, 0), "verified"))
                .isEmpty();
        assertThat(Expectation.FRESH.amiss(showing, "card_expired")).isPresent();
        assertThat(resident.isAside()).isFalse();
    }

    @Test
    void ofARefusalIsThatRefusalAlone() {
        Expectation used = Expectation.refused("already_used");
        assertThat(used.amiss(showing, "already_used")).isEmpty();
        assertThat(used.amiss(showing, "verified")).contains("not already_used: verified");
    }
}
