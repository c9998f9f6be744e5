package mo.farol.store.accesslog.seal;

/** The stored log is not what it was: nothing more is put into it or signed. */
final class LogBroken extends Exception {
    private static final long serialVersionUID = 1L;

    LogBroken(String why) {
        super(why);
    }
}
