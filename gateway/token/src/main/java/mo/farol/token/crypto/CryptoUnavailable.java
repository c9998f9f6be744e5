package mo.farol.token.crypto;

/** An algorithm that this implementation must have does not work here: a broken installation, never bad input. */
public final class CryptoUnavailable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CryptoUnavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
