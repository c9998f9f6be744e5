package mo.farol.core.accesslog.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mo.farol.core.accesslog.tree.TileId;

/** A log as somebody keeps it. */
public interface LogSource {
    /** The signed checkpoint that all of it is checked against, as text; empty when there is none. */
    Optional<String> checkpoint() throws IOException;

    /** The entries from {@code from} on, in order; fewer than {@code count} where there are no more. */
    List<AuditedEntry> entries(long from, int count) throws IOException;

    /** A tile's hashes; it may have more than the checkpoint's tree. */
    Optional<byte[]> tile(TileId id) throws IOException;
}
