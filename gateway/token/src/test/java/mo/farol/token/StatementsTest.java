package mo.farol.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final UUID CHALLENGE = UUID.fromString("01010101-0101-0101-0101-010101010101");
    private static final UUID EID = UUID.fromString("03030303-0303-0303-0303-030303030303");
    private static final BindingKeyId KEY_ID = new BindingKeyId(0x0404040404040404L);

    @Test
    void aBindingStatementIsTheDocumentedBytes() {
        byte[] statement = BindingStatement.bytes(CHALLENGE, filled(32, 2), EID, KEY_ID, key());
        assertThat(HexFormat.of().formatHex(statement))
                .isEqualTo(hex("farol-binding-1") + "00" + "01".repeat(16) + "02".repeat(32) + "03".repeat(16)
                        + "04".repeat(8) + "04" + "05".repeat(64));
    }

    @Test
    void aTicketStatementIsTheDocumentedBytes() {
        assertThat(HexFormat.of().formatHex(TicketStatement.bytes(KEY_ID, CodeType.EID, 1_800_000_000_000L, 500)))
                .isEqualTo(hex("farol-tickets-1") + "00" + "04".repeat(8) + "00" + "000001a3185c5000" + "000001f4");
        assertThat(HexFormat.of().formatHex(TicketStatement.bytes(KEY_ID, CodeType.CLEARANCE, 1, 2)))
                .isEqualTo(hex("farol-tickets-1") + "00" + "04".repeat(8) + "01" + "0000000000000001" + "00000002");
    }

    @Test
    void aBindingStatementTakesNoShorterNonce() {
        assertThatThrownBy(() -> BindingStatement.bytes(CHALLENGE, filled(31, 2), EID, KEY_ID, key()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BindingPublicKey key() {
        byte[] point = filled(65, 5);
        point[0] = 4;
        return BindingPublicKey.of(point);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
