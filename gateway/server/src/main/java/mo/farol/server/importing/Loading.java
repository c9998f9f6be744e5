package mo.farol.server.importing;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.LongSupplier;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.CivilRegistry;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.ImportStopped;
import org.jspecify.annotations.Nullable;

/** Sends batches one after the other, and learns from each how large the next may be. One is on its way at most. */
final class Loading {
    /** So many rejected rows are no mishaps: it is another kind of file. */
    private static final long MOST_REJECTED = 1_000_000;

    private record Committed(ImportState state, Duration time) {}

    private record OnItsWay(int rows, Future<Committed> future) {}

    private final CivilRegistry registry;
    private final LongSupplier nanos;
    private final BatchSize size = new BatchSize();
    private ImportState state;
    private @Nullable OnItsWay onItsWay;

    /** @param nanos a clock that only goes forward */
    Loading(CivilRegistry registry, ImportState state, LongSupplier nanos) {
        this.registry = registry;
        this.state = state;
        this.nanos = nanos;
    }

    /** How many rows the next batch may have. */
    int rows() {
        return size.rows();
    }

    /** Waits for the batch before, and sends this one. */
    void send(Batch batch) throws ImportStopped, RefusedFile, InterruptedException {
        settle();
        if (state.tally().rejected() > MOST_REJECTED) {
            throw new RefusedFile("more than " + MOST_REJECTED + " rows were rejected");
        }
        long begun = nanos.getAsLong();
        onItsWay = new OnItsWay(
                batch.entries().size(),
                registry.load(state.run(), batch)
                        .map(moved -> new Committed(moved, Duration.ofNanos(nanos.getAsLong() - begun))));
    }

    /** Waits for the batch on its way, if there is one. */
    ImportState settle() throws ImportStopped, InterruptedException {
        OnItsWay sent = onItsWay;
        onItsWay = null;
        if (sent != null) {
            Committed committed = Waiting.on(sent.future());
            size.took(sent.rows(), committed.time());
            state = committed.state();
        }
        return state;
    }
}
