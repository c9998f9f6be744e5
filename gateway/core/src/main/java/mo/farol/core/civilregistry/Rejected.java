package mo.farol.core.civilregistry;

/** A row's text that cannot be read. It carries the rejection and nothing of the text. */
final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    Rejected(Reason reason, Column column) {
        this(Rejection.of(reason, column));
    }

    Rejected(Rejection rejection) {
        super(rejection.reason().code(), null, false, false);
        this.rejection = rejection;
    }

    Rejection rejection() {
        return rejection;
    }
}
