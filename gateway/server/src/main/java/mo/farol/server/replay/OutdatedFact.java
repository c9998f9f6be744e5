package mo.farol.server.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mo.farol.token.BindingKeyId;

/** A cached fact that gateways are told to drop. Each cache has a maximum age as well, so a lost message is no harm. */
public sealed interface OutdatedFact {
    /** What an institution may read for a purpose. */
    record Grant(long institution, String purpose) implements OutdatedFact {}

    /** A binding's public key. */
    record PublicKey(BindingKeyId id) implements OutdatedFact {}

    /** Whether a terminal stands. */
    record Terminal(long row) implements OutdatedFact {}

    /** Whether any terminal stands: an institution's or a means' were suspended, or go on. */
    record AllTerminals() implements OutdatedFact {}

    /** A number for the kind (1), then what names the fact. */
    default byte[] encode() {
        return switch (this) {
            case Grant(long institution, String purpose) -> {
                byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
                yield ByteBuffer.allocate(9 + name.length)
                        .put((byte) 1)
                        .putLong(institution)
                        .put(name)
                        .array();
            }
            case PublicKey(BindingKeyId id) -> numbered(2, id.value());
            case Terminal(long row) -> numbered(3, row);
            case AllTerminals() -> numbered(4, 0);
        };
    }

    private static byte[] numbered(int kind, long number) {
        return ByteBuffer.allocate(9).put((byte) kind).putLong(number).array();
    }

    /** @return empty when a gateway of another version wrote it */
    static Optional<OutdatedFact> decode(byte[] bytes) {
        if (bytes.length < 9) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, 8);
        long number = buffer.getLong();
        return switch (bytes[0]) {
            case 1 -> Optional.of(new Grant(number, new String(bytes, 9, bytes.length - 9, StandardCharsets.UTF_8)));
            case 2 -> Optional.of(new PublicKey(new BindingKeyId(number)));
            case 3 -> Optional.of(new Terminal(number));
            case 4 -> Optional.of(new AllTerminals());
            default -> Optional.empty();
        };
    }
}
