package mo.farol.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import mo.farol.core.time.DatabaseTime;
import mo.farol.token.CodeType;
import mo.farol.token.key.KeyRing;
import mo.farol.token.key.KeyRingBuilder;
import mo.farol.token.key.KeyState;
import mo.farol.token.key.TicketKey;
import org.junit.jupiter.api.Test;

class RingOfTodayTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final long MIDNIGHT = TODAY.toEpochDay() * 86_400_000;

    private long now = MIDNIGHT;
    private boolean uncertain;
    private final RingOfToday ring = new RingOfToday(fiveDays(), this::millis);

    @Test
    void keepsYesterdaysTicketKeyForWhatWasShownBeforeMidnightAndNoneBefore() {
        assertThat(days()).containsExactly(-1L, 0L, 1L, 2L);
        now = MIDNIGHT + 86_399_999;
        assertThat(days()).containsExactly(-1L, 0L, 1L, 2L);
        now = MIDNIGHT + 86_400_000;
        assertThat(days()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void isOneSnapshotForTheWholeDay() {
        KeyRing first = ring.get();
        now = MIDNIGHT + 5000;
        assertThat(ring.get()).isSameAs(first);
    }

    @Test
    void revivesNoKeyWhenTheClockIsSetBack() {
        now = MIDNIGHT + 2 * 86_400_000L;
        assertThat(days()).containsExactly(1L, 2L);
        now = MIDNIGHT;
        assertThat(days()).containsExactly(1L, 2L);
    }

    @Test
    void staysAsItIsWhileTheTimeIsUncertain() {
        assertThat(days()).hasSize(4);
        uncertain = true;
        now = MIDNIGHT + 5 * 86_400_000L;
        assertThat(days()).hasSize(4);
    }

    private List<Long> days() {
        return ring.get().ticketKeys().stream()
                .map(TicketKey::epoch)
                .map(epoch -> epoch.day().toEpochDay() - TODAY.toEpochDay())
                .sorted()
                .toList();
    }

    private static KeyRing fiveDays() {
        KeyRingBuilder builder = KeyRing.builder();
        for (int day = -2; day <= 2; day++) {
            byte[] key = new byte[32];
            key[0] = (byte) day;
            builder.ticketKey(CodeType.EID, TODAY.plusDays(day), key, KeyState.NEXT);
        }
        return builder.build();
    }

    private long millis() throws DatabaseTime.UncertainTime {
        if (uncertain) {
            throw new DatabaseTime.UncertainTime();
        }
        return now;
    }
}
