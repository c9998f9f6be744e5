package mo.farol.server.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mo.farol.core.civilregistry.Batch;
import mo.farol.core.civilregistry.Entry;
import mo.farol.core.civilregistry.Pass;
import mo.farol.core.civilregistry.Position;
import mo.farol.core.civilregistry.RegistryGuardianship;
import mo.farol.core.registry.IdNumber;
import org.jspecify.annotations.Nullable;

/** Puts rows together for one commit: so many rows, so many bytes, and no two people's pair twice. */
final class BatchReader {
    /** With a photo in each row, the bytes end a batch and not the rows. */
    static final int MOST_BYTES = 1024 * 1024;

    private record Pair(IdNumber minor, IdNumber guardian) {}

    private final EntryReader entries;
    private final Pass pass;
    private Position from;
    private @Nullable Entry heldBack;

    /** @param from where the last commit left the file */
    BatchReader(EntryReader entries, Pass pass, Position from) {
        this.entries = entries;
        this.pass = pass;
        this.from = from;
    }

    /** The next batch; empty at the end of the file. */
    Optional<Batch> next(int rows) throws IOException {
        List<Entry> batch = new ArrayList<>();
        Set<Pair> pairs = new HashSet<>();
        for (Optional<Entry> entry = take(); entry.isPresent(); entry = take()) {
            if (entry.get().content() instanceof RegistryGuardianship row
                    && !pairs.add(new Pair(row.minor(), row.guardian()))) {
                heldBack = entry.get();
                break;
            }
            batch.add(entry.get());
            if (batch.size() >= rows || entry.get().end().bytes() - from.bytes() >= MOST_BYTES) {
                break;
            }
        }
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        Batch whole = new Batch(pass, from, batch);
        from = whole.end();
        return Optional.of(whole);
    }

    private Optional<Entry> take() throws IOException {
        Entry held = heldBack;
        heldBack = null;
        return held == null ? entries.next() : Optional.of(held);
    }
}
