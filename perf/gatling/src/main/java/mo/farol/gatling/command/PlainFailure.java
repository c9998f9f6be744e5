package mo.farol.gatling.command;

/** The run cannot be made, for a reason that one line tells. Exit status 1. */
final class PlainFailure extends Exception {
    private static final long serialVersionUID = 1L;

    PlainFailure(String message) {
        super(message);
    }
}
