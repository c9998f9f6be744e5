package mo.farol.server.importing;

import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Shows progress: on a terminal as one line that changes, elsewhere as a line every few seconds. */
final class ProgressDisplay {
    private static final long TERMINAL_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 5_000_000_000L;
    private static final String CLEAR_TO_END = "\u001B[K";

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanos;
    private long shownAt;

    /** @param nanos a clock that only goes forward */
    ProgressDisplay(PrintStream out, boolean terminal, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.nanos = nanos;
        this.shownAt = nanos.getAsLong();
    }

    /** Shows it if the last one was shown long enough ago. */
    void show(Progress progress) {
        long now = nanos.getAsLong();
        if (now - shownAt < (terminal ? TERMINAL_NANOS : PLAIN_NANOS)) {
            return;
        }
        shownAt = now;
        print(progress);
    }

    /** Shows the last of a reading. */
    void end(Progress progress) {
        print(progress);
        if (terminal) {
            out.println();
        }
        out.flush();
    }

    private void print(Progress progress) {
        if (terminal) {
            out.print("\r" + progress.line() + CLEAR_TO_END);
        } else {
            out.println(progress.line());
        }
        out.flush();
    }
}
