package mo.farol.simulation.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import mo.farol.simulation.clock.Nanos;
import mo.farol.simulation.clock.Timeline;

/** What happened, line by line, when somebody wants to read it. */
public final class Trace {
    private final Timeline timeline;
    private final Appendable out;
    private final boolean on;

    private Trace(Timeline timeline, Appendable out, boolean on) {
        this.timeline = timeline;
        this.out = out;
        this.on = on;
    }

    public static Trace off(Timeline timeline) {
        return new Trace(timeline, new StringBuilder(), false);
    }

    public static Trace to(Timeline timeline, Appendable out) {
        return new Trace(timeline, out, true);
    }

    public void line(Supplier<String> text) {
        if (!on) {
            return;
        }
        long micros = timeline.now() / Nanos.MICRO;
        try {
            out.append(micros / 1_000_000 + "."
                            + String.valueOf(1_000_000 + micros % 1_000_000).substring(1) + " ")
                    .append(text.get())
                    .append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
