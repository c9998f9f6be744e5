package mo.farol.core.accesslog.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The partial tiles of a tree: all that growing it takes. Immutable. */
public final class RightEdge {
    /** The edge of a tree without entries. */
    public static final RightEdge EMPTY = new RightEdge(0, Map.of());

    private static final int FULL = TileId.WIDTH * TreeHash.LENGTH;

    private final long size;
    private final Map<TileId, byte[]> partial;

    private RightEdge(long size, Map<TileId, byte[]> partial) {
        this.size = size;
        this.partial = partial;
    }

    /** The tiles that {@link #of} needs. */
    public static Set<TileId> tiles(long size) {
        Set<TileId> tiles = new HashSet<>();
        for (int level = 0; level * TileId.HEIGHT < Long.SIZE; level++) {
            long hashes = size >> (level * TileId.HEIGHT);
            if (hashes % TileId.WIDTH != 0) {
                tiles.add(new TileId(level, hashes / TileId.WIDTH));
            }
        }
        return tiles;
    }

    /**
     * @param stored the tiles of {@link #tiles}, which may hold more than a tree of this size has
     * @throws IllegalStateException when one is missing or too short
     */
    public static RightEdge of(long size, Map<TileId, byte[]> stored) {
        Map<TileId, byte[]> partial = new HashMap<>();
        for (TileId tile : tiles(size)) {
            byte[] hashes = stored.get(tile);
            int bytes = tile.widthIn(size) * TreeHash.LENGTH;
            if (hashes == null || hashes.length < bytes) {
                throw new IllegalStateException("tile " + tile + " is missing or too short");
            }
            partial.put(tile, Arrays.copyOf(hashes, bytes));
        }
        return new RightEdge(size, partial);
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        return Merkle.root(new TileNodes(partial), size);
    }

    /**
     * @param leaves {@link TreeHash#leaf} of each entry, in the log's order
     */
    public Growth append(List<byte[]> leaves) {
        Map<TileId, byte[]> edge = new HashMap<>(partial);
        Map<TileId, byte[]> changed = new LinkedHashMap<>();
        long grown = size;
        for (byte[] leaf : leaves) {
            push(edge, changed, 0, grown, leaf);
            grown++;
        }
        return new Growth(new RightEdge(grown, edge), changed);
    }

    private static void push(
            Map<TileId, byte[]> edge, Map<TileId, byte[]> changed, int level, long hashesBefore, byte[] hash) {
        TileId tile = new TileId(level, hashesBefore / TileId.WIDTH);
        byte[] before = edge.getOrDefault(tile, new byte[0]);
        byte[] after = Arrays.copyOf(before, before.length + hash.length);
        System.arraycopy(hash, 0, after, before.length, hash.length);
        changed.put(tile, after);
        if (after.length < FULL) {
            edge.put(tile, after);
        } else {
            edge.remove(tile);
            push(edge, changed, level + 1, tile.number(), TileNodes.root(after, 0, FULL));
        }
    }

    /**
     * What appending made of a tree.
     *
     * @param edge of the grown tree
     * @param tiles that are new or longer, as they are now
     */
    public record Growth(RightEdge edge, Map<TileId, byte[]> tiles) {}
}
