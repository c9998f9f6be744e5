package mo.farol.core.binding;

import java.nio.ByteBuffer;
import java.util.UUID;

/** What may be used once, ever. The number is what the database stores. */
public enum OnceKind {
    BINDING_CHALLENGE(1, BindingRefusal.CHALLENGE_USED),
    FACE_ASSERTION(2, BindingRefusal.ASSERTION_USED),
    KIOSK_ASSERTION(3, BindingRefusal.ASSERTION_USED),
    KIOSK_NUMBER(4, BindingRefusal.KIOSK_NUMBER_USED),
    /** A signature by which a binding's key asked for tickets. */
    TICKET_REQUEST(5, BindingRefusal.SIGNATURE_INVALID),
    COUNTER_CASE(6, BindingRefusal.CASE_CLOSED),
    ACCOUNT_CASE(7, BindingRefusal.CASE_CLOSED),
    /** A request that tried a wrong kiosk number, which counts once. */
    KIOSK_TRY(8, BindingRefusal.KIOSK_NUMBER_UNKNOWN);

    private final int number;
    private final BindingRefusal refusal;

    OnceKind(int number, BindingRefusal refusal) {
        this.number = number;
        this.refusal = refusal;
    }

    /** Why a second use is refused. */
    public BindingRefusal refusal() {
        return refusal;
    }

    public int number() {
        return number;
    }

    /** Under which a challenge, a kiosk number (by its challenge's id) or a case is used: the id's 16 bytes. */
    public static byte[] key(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
