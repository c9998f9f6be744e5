package mo.farol.token.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import mo.farol.token.CodeType;
import mo.farol.token.cbor.NotDeterministic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketEpochTest {
    @Test
    void namesTypeAndDay() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        for (CodeType type : CodeType.values()) {
            TicketEpoch epoch = TicketEpoch.of(type, day);
            assertThat(epoch.type()).isEqualTo(type);
            assertThat(epoch.day()).isEqualTo(day);
            assertThat(epoch.bytes()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0xFF, 0x100, 0xFFFF, 0x10000, 0xFFFFFF, 0x1000000, -1})
    void hasOneEncoding(int value) throws NotDeterministic {
        byte[] bytes = new TicketEpoch(value).bytes();
        assertThat(TicketEpoch.decode(bytes, bytes.length).value()).isEqualTo(value);
        byte[] longer = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, longer, 1, bytes.length);
        assertThatExceptionOfType(NotDeterministic.class).isThrownBy(() -> TicketEpoch.decode(longer, longer.length));
    }

    @ParameterizedTest
    @ValueSource(ints = {-16, 0, 5, 400})
    void refusesEveryOtherLength(int length) {
        assertThatExceptionOfType(NotDeterministic.class).isThrownBy(() -> TicketEpoch.decode(new byte[0], length));
    }

    @Test
    void hasNoNumberForDaysThatFourBytesDoNotHold() {
        LocalDate early = LocalDate.of(1969, 12, 31);
        assertThatIllegalArgumentException().isThrownBy(() -> TicketEpoch.of(CodeType.EID, early));
        LocalDate late = LocalDate.ofEpochDay(1L << 31);
        assertThatIllegalArgumentException().isThrownBy(() -> TicketEpoch.of(CodeType.EID, late));
    }
}
