package mo.farol.store.binding;

import mo.farol.store.connection.Trouble;

/** A statement of a transaction failed, and what that means for the transaction. */
final class Troubled extends Exception {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    Troubled(Trouble trouble, Throwable cause) {
        super("a transaction ended early: " + Trouble.nameOf(cause), cause);
        this.trouble = trouble;
    }

    Troubled(Trouble trouble, String why) {
        super(why, null, false, false);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
