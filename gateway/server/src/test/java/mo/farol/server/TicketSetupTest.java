package mo.farol.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import mo.farol.token.CodeType;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyRingBuilder;
import mo.farol.token.key.KeyState;
import org.junit.jupiter.api.Test;

class TicketSetupTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private byte number;

    @Test
    void countsTheDaysThatHaveAKeyOfEachTypeUntilTheFirstThatHasNot() {
        KeyRingBuilder builder = KeyRing.builder();
        for (int day = -1; day <= 4; day++) {
            if (day != 2) {
                builder.ticketKey(CodeType.EID, TODAY.plusDays(day), key(), KeyState.NEXT)
                        .ticketKey(CodeType.CLEARANCE, TODAY.plusDays(day), key(), KeyState.NEXT);
            }
        }
        KeyRing ring = builder.ticketKey(CodeType.EID, TODAY.plusDays(2), key(), KeyState.NEXT)
                .build();
        assertThat(TicketSetup.days(ring, TODAY)).isEqualTo(2);
        assertThat(TicketSetup.days(ring, TODAY.plusDays(2))).isZero();
        assertThat(TicketSetup.days(ring, TODAY.plusDays(3))).isEqualTo(2);
    }

    private byte[] key() {
        byte[] key = new byte[32];
        key[0] = ++number;
        return key;
    }
}
