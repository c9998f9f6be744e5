package mo.farol.token.base45;

/** A text that is not canonical Base45. Without a stack trace, because a flood of bad input must stay cheap. */
public final class NotBase45 extends Exception {
    private static final long serialVersionUID = 1L;

    NotBase45() {
        super("not canonical Base45", null, false, false);
    }
}
