package mo.farol.server.importing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.CivilRegistry;
import mo.farol.core.civilregistry.FileHash;
import mo.farol.core.civilregistry.ImportState;
import mo.farol.core.civilregistry.ImportStopped;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.RowReader;

/**
 * Reads the file once for its residents and once for its guardianships. While a batch commits, the next one is read; more
 * than those two are never in memory.
 */
final class Importer {
    private final CivilRegistry registry;
    private final RegistryFile file;
    private final RowReader rows;
    private final ProgressDisplay display;
    private final LongSupplier nanos;

    /**
     * @param today in Macau
     * @param nanos a clock that only goes forward
     */
    Importer(CivilRegistry registry, RegistryFile file, LocalDate today, ProgressDisplay display, LongSupplier nanos) {
        this.registry = registry;
        this.file = file;
        this.rows = new RowReader(today);
        this.display = display;
        this.nanos = nanos;
    }

    /** Where the import stands before a row is read. */
    ImportState begin(boolean startOver) throws IOException, ImportStopped, InterruptedException {
        Watch watch = new Watch("reading", 0, file.size(), nanos);
        FileHash hash = file.hash(read -> display.show(watch.at(read, 0)));
        return Waiting.on(registry.begin(hash, startOver));
    }

    /**
     * Loads what the pass under way has left.
     *
     * @return where the import stands then: in the next pass
     * @throws RefusedFile when the file is the trouble; what was committed stays
     */
    ImportState pass(ImportState state) throws IOException, RefusedFile, ImportStopped, InterruptedException {
        try (PassReading reading = PassReading.of(file, rows, state)) {
            again(reading, state);
            Loading loading = new Loading(registry, state, nanos);
            try {
                load(reading, loading, state);
            } finally {
                state = loading.settle();
            }
            if (!file.isUnchanged()) {
                throw new RefusedFile("the file was changed while it was read; import it again");
            }
            if (reading.entries().reached().line() == 0) {
                throw RefusedFile.empty();
            }
            return Waiting.on(registry.endPass(state, next(reading.entries(), state.pass())));
        }
    }

    /** Reads what an earlier process has loaded, for the numbers in it. */
    private void again(PassReading reading, ImportState state) throws IOException {
        Watch watch = new Watch("reading again", 0, file.size(), nanos);
        long read = 0;
        while (reading.entries().reached().bytes() < state.reached().bytes()) {
            reading.entries().next();
            display.show(watch.at(reading.bytes(), ++read));
        }
    }

    private void load(PassReading reading, Loading loading, ImportState state)
            throws IOException, RefusedFile, ImportStopped, InterruptedException {
        String what = state.pass().name().toLowerCase(Locale.ROOT);
        Watch watch = new Watch(what, reading.bytes(), file.size(), nanos);
        BatchReader batches = new BatchReader(reading.entries(), state.pass(), state.reached());
        long read = 0;
        for (Optional<Batch> batch = batches.next(loading.rows());
                batch.isPresent();
                batch = batches.next(loading.rows())) {
            loading.send(batch.get());
            read += batch.get().entries().size();
            display.show(watch.at(reading.bytes(), read));
        }
        loading.settle();
        display.end(watch.at(reading.bytes(), read));
    }

    private static Position next(EntryReader entries, Pass pass) {
        return pass == Pass.RESIDENTS ? entries.firstOfOtherKind().orElse(entries.reached()) : entries.reached();
    }
}
