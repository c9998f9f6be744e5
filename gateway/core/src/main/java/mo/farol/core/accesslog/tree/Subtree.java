package mo.farol.core.accesslog.tree;

/**
 * A complete subtree: the {@code number}-th run of 2^{@code height} entries, from 0.
 *
 * @param height 0 for a single leaf
 */
public record Subtree(int height, long number) {
    /** The tile that its hash is computed from. */
    TileId tile() {
        return new TileId(height / TileId.HEIGHT, firstHash() >> TileId.HEIGHT);
    }

    /** Where in the tile its first hash is, 0 to 255. */
    int offset() {
        return (int) (firstHash() & (TileId.WIDTH - 1));
    }

    /** How many of the tile's hashes are below it. */
    int hashes() {
        return 1 << (height % TileId.HEIGHT);
    }

    private long firstHash() {
        return number << (height % TileId.HEIGHT);
    }
}
