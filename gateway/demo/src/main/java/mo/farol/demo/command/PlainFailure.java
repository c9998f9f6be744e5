package mo.farol.demo.command;

/** Something the user can understand and put right: one line and exit status 1, no stack trace. */
public final class PlainFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public PlainFailure(String message) {
        super(message, null, false, false);
    }
}
