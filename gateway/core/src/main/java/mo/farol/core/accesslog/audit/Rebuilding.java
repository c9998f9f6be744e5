package mo.farol.core.accesslog.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mo.farol.core.accesslog.note.Checkpoint;
import mo.farol.core.accesslog.note.LogName;
import mo.farol.core.accesslog.note.SignedCheckpoint;
import mo.farol.core.accesslog.tree.RightEdge;
import mo.farol.core.accesslog.tree.TileId;
import mo.farol.core.accesslog.tree.TreeHash;

/** Builds the tree anew from the records, and compares what is kept of it: tiles, and roots that were signed. */
final class Rebuilding {
    private static final int FULL = TileId.WIDTH * TreeHash.LENGTH;

    private final LogSource source;
    private final List<Checkpoint> older;
    private final List<Finding> findings;
    private RightEdge edge = RightEdge.EMPTY;
    private final List<Checkpoint> matched = new ArrayList<>();
    private final List<Checkpoint> mismatched = new ArrayList<>();

    Rebuilding(LogSource source, List<SignedCheckpoint> older, List<Finding> findings) {
        this.source = source;
        this.older = older.stream()
                .map(SignedCheckpoint::checkpoint)
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .toList();
        this.findings = findings;
    }

    long size() {
        return edge.size();
    }

    byte[] root() {
        return edge.root();
    }

    /** Where the first other entry can be, by the signed roots that the entries give and do not give. */
    Bounds bounds(Cuts cuts, LogName name) {
        Optional<Long> badBefore = mismatched.stream()
                .filter(each -> !cuts.accounted(each, name))
                .map(Checkpoint::size)
                .min(Long::compare);
        long end = badBefore.orElse(Long.MAX_VALUE);
        long goodUpTo = matched.stream()
                .mapToLong(Checkpoint::size)
                .filter(size -> size < end)
                .max()
                .orElse(0);
        return new Bounds(goodUpTo, badBefore);
    }

    /**
     * @param goodUpTo so many first entries are those that were signed
     * @param badBefore so many first entries are not; empty when every older checkpoint's are
     */
    record Bounds(long goodUpTo, Optional<Long> badBefore) {}

    /** @param last whether the log ends here, so that tiles which are not full are compared too */
    void append(long from, List<AuditedEntry> entries, boolean last) throws IOException {
        List<byte[]> leaves = new ArrayList<>();
        for (AuditedEntry entry : entries) {
            byte[] sealed = entry.record().map(record -> record.leaf()).orElse(entry.leaf());
            leaves.add(TreeHash.leaf(sealed));
        }
        for (Checkpoint each : older) {
            if (each.size() > from && each.size() <= from + leaves.size()) {
                compare(
                        each,
                        edge.append(leaves.subList(0, (int) (each.size() - from)))
                                .edge()
                                .root());
            }
        }
        RightEdge.Growth growth = edge.append(leaves);
        edge = growth.edge();
        for (Map.Entry<TileId, byte[]> tile : growth.tiles().entrySet()) {
            if (last || tile.getValue().length == FULL) {
                compare(tile.getKey(), tile.getValue());
            }
        }
    }

    private void compare(Checkpoint signed, byte[] root) {
        (Arrays.equals(signed.root(), root) ? matched : mismatched).add(signed);
    }

    private void compare(TileId id, byte[] built) throws IOException {
        byte[] kept = source.tile(id).orElse(new byte[0]);
        for (int at = 0; at < built.length; at += TreeHash.LENGTH) {
            if (at + TreeHash.LENGTH > kept.length
                    || !Arrays.equals(built, at, at + TreeHash.LENGTH, kept, at, at + TreeHash.LENGTH)) {
                long hash = id.number() * TileId.WIDTH + at / TreeHash.LENGTH;
                findings.add(new Finding(
                        hash << (id.level() * TileId.HEIGHT),
                        "the tile of level " + id.level() + ", number " + id.number() + " has another hash"));
                return;
            }
        }
    }
}
