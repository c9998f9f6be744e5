package mo.farol.core.civilregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import mo.farol.core.binding.GuardianKind;
import mo.farol.core.binding.HeldCard;
import mo.farol.core.registry.CardStatus;
import mo.farol.core.registry.IdNumber;
import org.junit.jupiter.api.Test;

/** Which word of the registry stands: the one with the higher sequence. */
class PrecedenceTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate EXPIRES = LocalDate.of(2030, 1, 1);

    private static HeldCard held(CardStatus status, long sequence) {
        return new HeldCard(status, EXPIRES, sequence, false);
    }

    private static Optional<Reason> refusal(HeldCard held, boolean bound, CardStatus status, long sequence) {
        return new RegistryCard(status, EXPIRES, sequence).refusedOver(held, bound);
    }

    @Test
    void onlyAHigherSequenceBringsACancelledCardBack() {
        HeldCard cancelled = held(CardStatus.CANCELLED, 5);
        assertThat(refusal(cancelled, false, CardStatus.IN_FORCE, 4)).contains(Reason.OUT_OF_DATE);
        assertThat(refusal(cancelled, false, CardStatus.IN_FORCE, 5)).contains(Reason.OUT_OF_DATE);
        assertThat(refusal(cancelled, false, CardStatus.IN_FORCE, 6)).isEmpty();
    }

    @Test
    void anOlderRowIsOutOfDateEvenIfItsCardIsTheSame() {
        assertThat(refusal(held(CardStatus.IN_FORCE, 5), false, CardStatus.IN_FORCE, 4))
                .contains(Reason.OUT_OF_DATE);
        assertThat(refusal(held(CardStatus.IN_FORCE, 5), true, CardStatus.IN_FORCE, 5))
                .isEmpty();
    }

    @Test
    void anotherLastDayNeedsAHigherSequenceToo() {
        RegistryCard indefinite = new RegistryCard(CardStatus.IN_FORCE, null, 5);
        assertThat(indefinite.refusedOver(held(CardStatus.IN_FORCE, 5), false)).contains(Reason.OUT_OF_DATE);
        assertThat(indefinite.refusedOver(held(CardStatus.IN_FORCE, 4), true)).isEmpty();
    }

    @Test
    void aCardOfABoundEidChangesItsStatusByAnEventOnly() {
        assertThat(refusal(held(CardStatus.IN_FORCE, 5), true, CardStatus.CANCELLED, 6))
                .contains(Reason.EVENT_NEEDED);
        assertThat(refusal(held(CardStatus.IN_FORCE, 5), false, CardStatus.CANCELLED, 6))
                .isEmpty();
    }

    @Test
    void deathIsFinal() {
        HeldCard dead = new HeldCard(CardStatus.CANCELLED, EXPIRES, 5, true);
        assertThat(refusal(dead, false, CardStatus.IN_FORCE, 6)).contains(Reason.DECEASED);
        assertThat(refusal(dead, false, CardStatus.CANCELLED, 5)).isEmpty();
    }

    @Test
    void onlyAHigherSequenceBringsAWithdrawnAuthorityBack() {
        HeldGuardianship withdrawn = new HeldGuardianship(GuardianKind.PARENT, false, 5);
        assertThat(withdrawn.refusal(told(true, 4))).contains(Reason.OUT_OF_DATE);
        assertThat(withdrawn.refusal(told(true, 5))).contains(Reason.OUT_OF_DATE);
        assertThat(withdrawn.refusal(told(true, 6))).isEmpty();
        assertThat(withdrawn.isLike(told(false, 5))).isTrue();
        assertThat(withdrawn.isLike(told(false, 6))).isFalse();
    }

    @Test
    void nobodyActsForAnAdultAndNoMinorForAnybody() {
        LocalDate eighteen = TODAY.minusYears(18);
        LocalDate almost = eighteen.plusDays(1);
        assertThat(told(true, 1).refusedByAge(almost, eighteen, TODAY)).isEmpty();
        assertThat(told(true, 1).refusedByAge(eighteen, eighteen, TODAY)).contains(Reason.NOT_A_MINOR);
        assertThat(told(true, 1).refusedByAge(almost, almost, TODAY)).contains(Reason.GUARDIAN_IS_MINOR);
        assertThat(told(false, 1).refusedByAge(eighteen, almost, TODAY)).isEmpty();
    }

    private static RegistryGuardianship told(boolean inForce, long sequence) {
        return new RegistryGuardianship(
                new IdNumber("5000001(1)"), new IdNumber("1234567(8)"), GuardianKind.PARENT, inForce, sequence);
    }
}
