package mo.farol.core.accesslog.tree;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Finds out which tiles a computation reads, by letting it run on nothing. */
public final class NeededTiles implements Nodes {
    private static final byte[] NOTHING = new byte[TreeHash.LENGTH];

    private final Set<TileId> tiles = new LinkedHashSet<>();

    private NeededTiles() {}

    /** @param computation such as a proof's; what it answers here is meaningless */
    public static Set<TileId> of(Consumer<Nodes> computation) {
        NeededTiles needed = new NeededTiles();
        computation.accept(needed);
        return needed.tiles;
    }

    @Override
    public byte[] hash(Subtree subtree) {
        tiles.add(subtree.tile());
        return NOTHING;
    }
}
