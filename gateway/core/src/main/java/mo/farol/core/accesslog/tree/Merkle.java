package mo.farol.core.accesslog.tree;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs (RFC 6962, 2.1) from the hashes of complete subtrees. */
public final class Merkle {
    private Merkle() {}

    /** The root of the first {@code size} entries. */
    public static byte[] root(Nodes nodes, long size) {
        return size == 0 ? TreeHash.empty() : range(nodes, 0, size);
    }

    /**
     * That entry {@code index} is in the tree of {@code size} entries (RFC 6962, 2.1.1).
     *
     * @return the audit path, the neighbour of the leaf first
     */
    public static List<byte[]> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " has no entry " + index);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (index < middle) {
                path.add(range(nodes, middle, to));
                to = middle;
            } else {
                path.add(range(nodes, from, middle));
                from = middle;
            }
        }
        return path.reversed();
    }

    /**
     * That the tree of {@code newer} entries begins with all of the tree of {@code older} (RFC 6962, 2.1.2).
     *
     * @param older at least 1, at most {@code newer}
     */
    public static List<byte[]> consistency(Nodes nodes, long older, long newer) {
        if (older < 1 || older > newer) {
            throw new IllegalArgumentException("nothing proves " + older + " to be a beginning of " + newer);
        }
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = newer;
        while (to != older) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (older <= middle) {
                proof.add(range(nodes, middle, to));
                to = middle;
            } else {
                proof.add(range(nodes, from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            proof.add(range(nodes, from, to));
        }
        return proof.reversed();
    }

    /** The root over entries {@code from} to before {@code to}, which begin where a subtree begins. */
    private static byte[] range(Nodes nodes, long from, long to) {
        long complete = Long.highestOneBit(to - from);
        byte[] left = nodes.hash(new Subtree(Long.numberOfTrailingZeros(complete), from / complete));
        return complete == to - from ? left : TreeHash.node(left, range(nodes, from + complete, to));
    }
}
