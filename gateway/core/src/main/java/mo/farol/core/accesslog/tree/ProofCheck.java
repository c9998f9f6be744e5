package mo.farol.core.accesslog.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks proofs without the tree (RFC 9162, 2.1.3.2 and 2.1.4.2). Whatever is not right is false. */
public final class ProofCheck {
    private ProofCheck() {}

    /** @param leaf {@link TreeHash#leaf} of the entry */
    public static boolean includes(byte[] root, long size, long index, byte[] leaf, List<byte[]> path) {
        if (index < 0 || index >= size || !areHashes(path) || leaf.length != TreeHash.LENGTH) {
            return false;
        }
        Walk walk = new Walk(index, size - 1, leaf, leaf);
        return path.stream().allMatch(walk::step) && walk.atTheTop() && Arrays.equals(walk.newer, root);
    }

    /** Whether the tree with {@code newerRoot} begins with the whole tree with {@code olderRoot}. */
    public static boolean extend(byte[] olderRoot, long older, byte[] newerRoot, long newer, List<byte[]> proof) {
        if (older < 0 || older > newer || !areHashes(proof)) {
            return false;
        }
        if (older == newer || older == 0) {
            return proof.isEmpty() && (older == 0 || Arrays.equals(olderRoot, newerRoot));
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(older) == 1) {
            path.addFirst(olderRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        int below = Long.numberOfTrailingZeros(older);
        Walk walk = new Walk((older - 1) >> below, (newer - 1) >> below, path.getFirst(), path.getFirst());
        return path.stream().skip(1).allMatch(walk::step)
                && walk.atTheTop()
                && Arrays.equals(walk.older, olderRoot)
                && Arrays.equals(walk.newer, newerRoot);
    }

    private static boolean areHashes(List<byte[]> path) {
        return path.size() <= Long.SIZE && path.stream().allMatch(hash -> hash.length == TreeHash.LENGTH);
    }

    /** From a node up to the root; {@code older} takes up only what is to the left. */
    private static final class Walk {
        private long place;
        private long last;
        private byte[] older;
        private byte[] newer;

        Walk(long place, long last, byte[] older, byte[] newer) {
            this.place = place;
            this.last = last;
            this.older = older;
            this.newer = newer;
        }

        boolean step(byte[] neighbour) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                older = TreeHash.node(neighbour, older);
                newer = TreeHash.node(neighbour, newer);
                while ((place & 1) == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                newer = TreeHash.node(newer, neighbour);
            }
            place >>= 1;
            last >>= 1;
            return true;
        }

        boolean atTheTop() {
            return last == 0;
        }
    }
}
