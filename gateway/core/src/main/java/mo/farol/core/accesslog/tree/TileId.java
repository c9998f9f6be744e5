package mo.farol.core.accesslog.tree;

/**
 * A tile's place: up to 256 hashes, each of a complete subtree of height 8 x {@code level}.
 *
 * @param level 0 for hashes of leaves
 * @param number from 0, from left to right
 */
public record TileId(int level, long number) {
    /** Of a tile. */
    public static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    public static final int WIDTH = 1 << HEIGHT;

    /** How many hashes this tile has in a tree of {@code size} entries: 0 to 256. */
    public int widthIn(long size) {
        long hashes = level * HEIGHT >= Long.SIZE ? 0 : size >> (level * HEIGHT);
        return (int) Math.clamp(hashes - number * WIDTH, 0, WIDTH);
    }
}
