package mo.farol.server.importing;

import mo.farol.core.civilregistry.Reason;
import mo.farol.core.civilregistry.Rejection;
import org.jspecify.annotations.Nullable;

/** A line that is no row. It carries the rejection and nothing of the line. */
final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    BadLine(Reason reason) {
        this(reason, null);
    }

    BadLine(Reason reason, @Nullable String about) {
        super(reason.code(), null, false, false);
        this.rejection = new Rejection(reason, about);
    }

    Rejection rejection() {
        return rejection;
    }
}
