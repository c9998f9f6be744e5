package mo.farol.token.cbor;

/** Bytes that are not the deterministic CBOR that was expected. Without a stack trace: bad input must stay cheap. */
public final class NotDeterministic extends Exception {
    private static final long serialVersionUID = 1L;

    public NotDeterministic(String expected) {
        super(expected, null, false, false);
    }
}
