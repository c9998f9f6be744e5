package mo.farol.core.accesslog.tree;

import java.util.Arrays;
import java.util.Map;

/** Computes the hashes of subtrees from tiles. */
public final class TileNodes implements Nodes {
    private final Map<TileId, byte[]> tiles;

    /** @param tiles each one's hashes, one after the other; they may hold more than is asked for */
    public TileNodes(Map<TileId, byte[]> tiles) {
        this.tiles = tiles;
    }

    @Override
    public byte[] hash(Subtree subtree) {
        byte[] tile = tiles.get(subtree.tile());
        int from = subtree.offset() * TreeHash.LENGTH;
        int to = from + subtree.hashes() * TreeHash.LENGTH;
        if (tile == null || tile.length < to) {
            throw new IllegalStateException("tile " + subtree.tile() + " is missing or too short");
        }
        return root(tile, from, to);
    }

    /** The root over a power of two of hashes that lie one after the other. */
    static byte[] root(byte[] hashes, int from, int to) {
        if (to - from == TreeHash.LENGTH) {
            return Arrays.copyOfRange(hashes, from, to);
        }
        int middle = (from + to) / 2;
        return TreeHash.node(root(hashes, from, middle), root(hashes, middle, to));
    }
}
