package mo.farol.token.crypto;

/** A ciphertext that its key does not open. Without a stack trace, because a flood of bad input must stay cheap. */
public final class NotOpened extends Exception {
    private static final long serialVersionUID = 1L;

    NotOpened() {
        super("not opened", null, false, false);
    }
}
