package mo.farol.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import mo.farol.core.registry.CardStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CardMachineTest {
    @ParameterizedTest
    @CsvSource({
        "IN_FORCE, LOST, REPORTED_LOST",
        "IN_FORCE, FOUND, REPORTED_FOUND",
        "IN_FORCE, RESTORED,",
        "IN_FORCE, EXPIRED, IN_FORCE",
        "IN_FORCE, CANCELLED, CANCELLED",
        "REPORTED_LOST, LOST, REPORTED_LOST",
        "REPORTED_LOST, FOUND, REPORTED_FOUND",
        "REPORTED_LOST, RESTORED, IN_FORCE",
        "REPORTED_LOST, EXPIRED, REPORTED_LOST",
        "REPORTED_LOST, CANCELLED, CANCELLED",
        "REPORTED_FOUND, LOST, REPORTED_LOST",
        "REPORTED_FOUND, FOUND, REPORTED_FOUND",
        "REPORTED_FOUND, RESTORED, IN_FORCE",
        "REPORTED_FOUND, EXPIRED, REPORTED_FOUND",
        "REPORTED_FOUND, CANCELLED, CANCELLED",
        "CANCELLED, LOST,",
        "CANCELLED, FOUND,",
        "CANCELLED, RESTORED,",
        "CANCELLED, EXPIRED,",
        "CANCELLED, CANCELLED,"
    })
    void hasTheseSteps(CardStatus from, CardEventKind kind, @Nullable CardStatus to) {
        assertThat(CardMachine.next(new HeldCard(from, null, 0, false), kind).orElse(null))
                .isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(CardStatus.class)
    void aNewCardIsInForceWhateverWasBefore(CardStatus from) {
        HeldCard card = new HeldCard(from, null, 0, false);
        assertThat(CardMachine.next(card, CardEventKind.ISSUED)).contains(CardStatus.IN_FORCE);
        assertThat(CardMachine.next(card, CardEventKind.REPLACED)).contains(CardStatus.IN_FORCE);
        assertThat(CardMachine.next(card, CardEventKind.DEATH)).contains(CardStatus.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(CardEventKind.class)
    void nothingFollowsDeath(CardEventKind kind) {
        assertThat(CardMachine.next(new HeldCard(CardStatus.CANCELLED, null, 0, true), kind))
                .isEmpty();
    }

    @Test
    void onlyACancelledCardAndDeathEndABinding() {
        for (CardEventKind kind : CardEventKind.values()) {
            assertThat(CardMachine.endsBinding(kind))
                    .isEqualTo(kind == CardEventKind.CANCELLED || kind == CardEventKind.DEATH);
        }
    }
}
