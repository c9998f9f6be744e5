package mo.farol.token;

/**
 * A text that is not one of our codes, or that does not open: bad input, never our own bug. It carries a reason for
 * tests and counters, and no stack trace, because a flood of bad input must stay cheap. Nothing in it may reach a
 * caller: everything not proven genuine gets one answer.
 */
public final class NotReadable extends Exception {
    /** Which check refused the text. */
    public enum Reason {
        /** Not {@code EID1:} and Base45 within the length limit. */
        TEXT,
        /** The bytes are not the format's deterministic CBOR. */
        STRUCTURE,
        /** The recipient key or ticket epoch is not in the key ring. */
        UNKNOWN_KEY,
        /** The content key does not open the ciphertext. */
        NOT_OPENED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public NotReadable(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
